const block = 512

/** The plain files of a tar archive; whatever is broken at its end is left out. */
export function readTar(archive: Uint8Array): { path: string; content: Uint8Array }[] {
  const files: { path: string; content: Uint8Array }[] = []
  const text = (at: number, length: number) =>
    new TextDecoder().decode(archive.subarray(at, at + length)).replace(/\0.*$/s, '')
  for (let at = 0; at + block <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8)
    // Also a size below nothing: it would lead back, and round in circles.
    if (!(size >= 0) || at + block + size > archive.length) break
    const folder = text(at + 345, 155)
    const kind = text(at + 156, 1)
    if (kind === '0' || kind === '')
      files.push({
        path: [folder, text(at, 100)].filter(Boolean).join('/'),
        content: archive.subarray(at + block, at + block + size),
      })
    at += block + Math.ceil(size / block) * block
  }
  return files
}
