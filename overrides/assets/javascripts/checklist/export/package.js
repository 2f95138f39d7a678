/**
 * Texts as one ZIP file, the outer form of a DOCX; the same bytes as package.py writes.
 *
 * Stored and not compressed, because two compressors never agree on every byte.
 */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const ARCHIVE = 0x20;
// The first of January 1980, the earliest moment a ZIP can state: its year counts from there.
const DAY = (1 << 5) | 1;

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/**
 * The checksum that ZIP and others use.
 * @param {Uint8Array} bytes
 * @returns {number}
 */
export const crc32 = (bytes) => (bytes.reduce((sum, byte) => CRC[(sum ^ byte) & 0xff] ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

/**
 * Numbers as bytes, the lowest first; each is its value and how many bytes it takes.
 * @param {[value: number, size: number][]} numbers
 */
const bytesOf = (numbers) => numbers.flatMap(([value, size]) => Array.from({ length: size }, (_, byte) => (value >>> (8 * byte)) & 0xff));

/**
 * The ZIP file of `files`, names in ASCII, in their order.
 * @param {[name: string, text: string][]} files
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function zip(files) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array[]} */
  const local = [];
  /** @type {Uint8Array[]} */
  const central = [];
  let offset = 0;
  for (const [name, text] of files) {
    const [label, content] = [encoder.encode(name), encoder.encode(text)];
    /** @type {[number, number][]} what both records of a file say: flags, method, time, day, checksum, sizes, no extra field */
    const facts = [[0, 2], [0, 2], [0, 2], [DAY, 2], [crc32(content), 4], [content.length, 4], [content.length, 4], [label.length, 2], [0, 2]];
    const head = Uint8Array.from(bytesOf([[LOCAL, 4], [VERSION, 2], ...facts]));
    // No comment, first disk, no attribute of text, and what every file has by default.
    const entry = bytesOf([[CENTRAL, 4], [VERSION, 2], [VERSION, 2], ...facts, [0, 2], [0, 2], [0, 2], [ARCHIVE, 4], [offset, 4]]);
    local.push(head, label, content);
    central.push(Uint8Array.from(entry), label);
    offset += head.length + label.length + content.length;
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const end = bytesOf([[END, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [offset, 4], [0, 2]]);
  return joined([...local, ...central, Uint8Array.from(end)]);
}

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
