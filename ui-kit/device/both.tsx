import { type DeviceKey, inEnglish, inIndonesian } from './messages.ts'

/** A sentence in both languages, the building's first. */
export function Both({ say, values = {} }: { say: DeviceKey; values?: Record<string, string> }) {
  return (
    <>
      <span className="device-id" lang="id">
        {inIndonesian.t(say, values)}
      </span>{' '}
      <span className="device-en" lang="en">
        {inEnglish.t(say, values)}
      </span>
    </>
  )
}
