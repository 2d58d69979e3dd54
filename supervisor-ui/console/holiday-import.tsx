import { useConsole } from './console-context.ts'
import { PackageImport } from './package-import.tsx'

/** A year's holidays as the government publishes them, from one file. */
export function HolidayImport() {
  const { editable } = useConsole()
  return editable.all ? <PackageImport title="import.holidays" about="import.holidays-about" /> : null
}
