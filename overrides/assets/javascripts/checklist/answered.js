/**
 * Says to the stylesheet, before anything is painted, that the questions may have answers already: what stands there
 * without them would jump when they are known. No module, because a module runs only when the whole page is read.
 */

(() => {
  let isKept = false;
  try {
    isKept = localStorage.getItem("simpul.checklist.v2.current") !== null;
  } catch {
    // Storage that is blocked keeps no answers.
  }
  if (isKept || location.search || location.hash) document.documentElement.dataset.awaited = "answers";
})();
