/** What somebody typed from a paper number: its letters, when they were typed too, and its figures. */
export function readPaperNumber(typed: string): { prefix: string | null; number: number } | null {
  const found = /^([A-Z]{0,2})0*([1-9]\d{0,3})$/.exec(typed.toUpperCase().replace(/[\s.-]/g, ''))
  return found ? { prefix: found[1] || null, number: Number(found[2]) } : null
}
