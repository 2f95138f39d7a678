/** The code that opens an address with a camera. Loaded only when something is going to be printed. */

import { correction, generate } from "../lean-qr/index.js";
import { toSvg } from "../lean-qr/svg.js";

// In millimetres. A phone reads squares of a third of a millimetre from an office printer; a code that would have to
// be larger than the widest takes too much of the sheet.
const NARROWEST = 25;
const WIDEST = 40;
const SQUARE = 0.33;
// Around the code, in squares, as its standard asks for.
const QUIET = 4;

/**
 * The code of an address, or null when the address is too long for a code that can be scanned from paper.
 * @param {string} address
 * @returns {SVGElement | null}
 */
export function drawCode(address) {
  let code;
  try {
    code = generate(address, { minCorrectionLevel: correction.M });
  } catch {
    return null;
  }
  const square = Math.max(NARROWEST / code.size, SQUARE);
  if (square * code.size > WIDEST) return null;
  const picture = toSvg(code, document, { pad: QUIET });
  const size = `${(square * (code.size + 2 * QUIET)).toFixed(2)}mm`;
  picture.setAttribute("width", size);
  picture.setAttribute("height", size);
  picture.setAttribute("aria-hidden", "true");
  picture.toggleAttribute("data-large", square === SQUARE);
  return picture;
}
