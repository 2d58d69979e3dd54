/** The booth's number on its square: the same sign on map, kiosk, hall, door, phone and paper. `off` for a closed booth. */
export function BoothSign({ sign, off = false, className }: { sign: string; off?: boolean; className?: string }) {
  const classes = ['k-sign', off && 'k-sign-off', className].filter(Boolean).join(' ')
  return <span className={classes}>{sign}</span>
}
