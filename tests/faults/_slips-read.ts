/**
 * Reads a slip in letters as a printer does, written from the ESC/POS manual and not from our encoder or renderer: the
 * words in their order, what the QR codes hold, and whether the knife came. What is cut off in the middle is read so far.
 */
export function readTextSlip(bytes: Buffer): { words: string; codes: string[]; isCut: boolean } {
  let words = ''
  let stored = ''
  let isCut = false
  const codes: string[] = []
  const length: Readonly<Record<string, number>> = {
    '1b40': 2,
    '1c2e': 2,
    '1b32': 2,
    '1b74': 3,
    '1b61': 3,
    '1b45': 3,
    '1b2d': 3,
    '1b4d': 3,
    '1b21': 3,
    '1b33': 3,
    '1b64': 3,
    '1b4a': 3,
    '1d21': 3,
    '1d42': 3,
    '1b34': 2,
    '1b35': 2,
  }
  for (let at = 0; at < bytes.length; ) {
    const [byte = 0, next = 0] = bytes.subarray(at, at + 2)
    const name = bytes.subarray(at, at + 2).toString('hex')
    if (at + 1 === bytes.length && byte < 0x20) break
    if (byte === 0x1d && next === 0x28) {
      const size = (bytes[at + 3] ?? 0) + (bytes[at + 4] ?? 0) * 256
      const body = bytes.subarray(at + 5, at + 5 + size)
      if (body[0] === 49 && body[1] === 80) stored = body.subarray(3).toString('latin1')
      if (body[0] === 49 && body[1] === 81) codes.push(stored)
      at += 5 + size
    } else if (byte === 0x1d && next === 0x76) {
      const [xl = 0, xh = 0, yl = 0, yh = 0] = bytes.subarray(at + 4, at + 8)
      at += 8 + (xl + xh * 256) * (yl + yh * 256)
    } else if (byte === 0x1d && next === 0x56) {
      isCut = true
      at += [65, 66].includes(bytes[at + 2] ?? 0) ? 4 : 3
    } else if (length[name] !== undefined) at += length[name]
    else {
      if (byte >= 0x20 && byte < 0x7f) words += String.fromCharCode(byte)
      else if (byte === 0x0a) words += '\n'
      else if (byte === 0x1b || byte === 0x1d || byte === 0x1c) throw new Error(`this printer does not know ${name}`)
      at++
    }
  }
  return { words, codes, isCut }
}
