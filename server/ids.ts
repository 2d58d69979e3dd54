import { randomFillSync } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'

const codeAlphabet = '23456789abcdefghjkmnpqrstuvwxyz'
const codeLength = 13

/** Random bytes drawn from the system a page at a time: asking for each id costs more than the rest of a command. */
const pool = Buffer.alloc(4096)
let used = pool.length

function take(bytes: number): Buffer {
  if (used + bytes > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += bytes
  return pool.subarray(used - bytes, used)
}

/** A UUIDv7: ordered by time between milliseconds; within one, the journal's number settles the order. */
export const newId = (): string => uuidv7({ random: take(16) })

/** R2.4: 64 bits, without letters that look alike, so that it can be typed from paper. */
export const newPublicCode = (): string => draw(codeLength)

/** R4.8: 39 bits in capitals, which people read out at a desk; strangers may not try many. */
export const newBookingCode = (): string => draw(8).toUpperCase()

/** 256 bits, for what only this hub may know. */
export const newSecret = (): string => take(32).toString('base64url')

function draw(length: number): string {
  let code = ''
  while (code.length < length) {
    // Of 256 only 248 = 8 × 31 count: otherwise some letters would come more often.
    for (const byte of take(16)) if (byte < 248 && code.length < length) code += codeAlphabet[byte % 31]
  }
  return code
}
