import { createHash } from 'node:crypto'

/** Slips and sounds on their way here. What was used lately is kept: a recall is the same sound again. */
export interface Pieces {
  /** How many bytes of it lie here in a row now. */
  take(piece: { id: string; size: number; from: number; bytes: Uint8Array }): number
  /** Undefined while it is not here whole. */
  whole(id: string): Uint8Array | undefined
}

/** An announcement of a minute is 2.6 MB, a slip with pictures 0.2 MB. */
const keptBytes = 32 * 1024 * 1024

export function createPieces(most = keptBytes): Pieces {
  const kept = new Map<string, { bytes: Buffer; have: number }>()

  const makeRoom = (size: number) => {
    let used = [...kept.values()].reduce((sum, { bytes }) => sum + bytes.length, size)
    for (const [id, { bytes }] of kept) {
      if (used <= most) return
      kept.delete(id)
      used -= bytes.length
    }
  }
  const open = (id: string, size: number) => {
    const known = kept.get(id)
    if (known) return known
    makeRoom(size)
    const fresh = { bytes: Buffer.alloc(size), have: 0 }
    kept.set(id, fresh)
    return fresh
  }

  return {
    take({ id, size, from, bytes }) {
      if (size > most || from + bytes.length > size) return 0
      const one = open(id, size)
      if (from > one.have || from + bytes.length <= one.have) return one.have
      one.bytes.set(bytes, from)
      one.have = from + bytes.length
      if (one.have < size || createHash('sha256').update(one.bytes).digest('hex') === id) return one.have
      kept.delete(id)
      return 0
    },
    whole(id) {
      const one = kept.get(id)
      if (!one || one.have < one.bytes.length) return undefined
      kept.delete(id)
      kept.set(id, one)
      return one.bytes
    },
  }
}
