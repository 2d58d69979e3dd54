/** Splits a ticket label into its letters and its digits: "DK-050", "DK 050" or "DK050" → ["DK", "050"]. */
export function splitLabel(label: string): readonly [letters: string, digits: string] {
  const match = /^([A-Za-z]*)[\s-]?(.*)$/.exec(label.trim())
  return [match?.[1] ?? '', match?.[2] ?? '']
}

/** A label as running text: letters, a no-break space, digits. */
export function labelText(label: string): string {
  const [letters, digits] = splitLabel(label)
  return letters ? `${letters}\u00a0${digits}` : digits
}

/** A ticket number, the loudest thing on its screen: letters, one gap, digits, never broken over two lines. */
export function TicketNumber({ label, className }: { label: string; className?: string }) {
  const [letters, digits] = splitLabel(label)
  return (
    <span className={className ? `k-number ${className}` : 'k-number'}>
      {letters && <span>{letters}</span>} <span>{digits}</span>
    </span>
  )
}
