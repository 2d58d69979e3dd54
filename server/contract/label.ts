/** How people write a number: letters and figures, with or without anything between them, noughts left out or not. */
const labelShape = /^([a-z]{0,2})[\s.\-_]*0*(\d{1,4})$/i
const publicCodeShape = /^[2-9a-z]{13}$/
const bookingCodeShape = /^[2-9A-Z]{8}$/

/** What a number, a slip's QR code or a booking's code looks for. `prefix` is null where only figures were given. */
export type TicketQuery =
  | { readonly publicCode: string }
  | { readonly booking: string }
  | { readonly prefix: string | null; readonly number: number }

/** "d23", "D 023" and "D-023" are one number; a code may come as the whole address that the slip carries. Null = neither. */
export function readTicketQuery(text: string): TicketQuery | null {
  const typed = text.trim()
  const label = labelShape.exec(typed)
  if (label) {
    const number = Number(label[2])
    return number === 0 ? null : { prefix: label[1] ? label[1].toUpperCase() : null, number }
  }
  const code =
    typed
      .replace(/[?#].*$/, '')
      .replace(/\/+$/, '')
      .split('/')
      .at(-1) ?? ''
  if (publicCodeShape.test(code.toLowerCase())) return { publicCode: code.toLowerCase() }
  const booking = code.replace(/[\s-]/g, '').toUpperCase()
  return bookingCodeShape.test(booking) ? { booking } : null
}

/** The numbers of a pasted list: "051, 052 D-053". Whatever is no number is named, so that nothing is lost unseen. */
export function readNumberList(text: string): { numbers: readonly TypedNumber[]; unread: readonly string[] } {
  const numbers: TypedNumber[] = []
  const unread: string[] = []
  for (const piece of text.replace(/\b([a-z]{1,2})\s+(?=\d)/gi, '$1').split(/[\s,;]+/)) {
    if (piece === '') continue
    const read = readTicketQuery(piece)
    if (read && 'number' in read) numbers.push(read)
    else unread.push(piece)
  }
  return { numbers, unread }
}
export type TypedNumber = Extract<TicketQuery, { number: number }>
