/** The way to the exports: nothing of them is loaded before a reader opens their panel. */

/**
 * Makes the panel of a page with checklists work once it is opened, and again when it could not be loaded.
 * @param {HTMLElement} root
 * @param {import("../sheets.js").Sheet[]} sheets
 * @param {import("../device.js").Device} device
 */
export function offerExports(root, sheets, device) {
  root.querySelector('[data-component="exports"]')?.addEventListener("toggle", async () => {
    try {
      const { startPanel } = await import("./panel.js");
      startPanel(root, sheets, device);
    } catch {
      const status = /** @type {HTMLElement} */ (root.querySelector("[data-export-status]"));
      status.textContent = status.dataset.failed ?? "";
    }
  });
}
