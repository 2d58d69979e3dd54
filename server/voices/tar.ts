const block = 512

/** A file of an archive; `path` as `suara/id/dua.wav`, its name up to 100 letters, its folder up to 155. */
export interface Packed {
  readonly path: string
  readonly content: Buffer
}

/** A POSIX ustar archive of the files, which every system can open. */
export function writeTar(files: readonly Packed[]): Buffer {
  const parts = files.flatMap(({ path, content }) => [
    headerOf(path, content.length),
    content,
    Buffer.alloc((block - (content.length % block)) % block),
  ])
  return Buffer.concat([...parts, Buffer.alloc(2 * block)])
}

/** Everything the same for all: a plain file that anybody may read, of nobody, from the beginning of 1970. */
function headerOf(path: string, bytes: number): Buffer {
  const slash = path.lastIndexOf('/')
  const header = Buffer.alloc(block)
  header.write(path.slice(slash + 1), 0, 100, 'ascii')
  header.write(`0000644\0${'0000000\0'.repeat(2)}`, 100, 'ascii')
  header.write(`${bytes.toString(8).padStart(11, '0')}\0${'0'.repeat(11)}\0`, 124, 'ascii')
  header.write('        0', 148, 'ascii')
  header.write('ustar\x0000', 257, 'ascii')
  header.write(slash < 0 ? '' : path.slice(0, slash), 345, 155, 'ascii')
  const sum = header.reduce((total, byte) => total + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'ascii')
  return header
}
