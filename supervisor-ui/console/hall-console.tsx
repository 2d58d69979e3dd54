import type { HallSnapshot } from '../../server/contract/live.ts'
import { Console, type ConsoleProps } from './console.tsx'
import { useSite } from './use-site.ts'

/** The console of those who also watch the hall: it hears from there that the building has changed. */
export function HallConsole(props: Omit<ConsoleProps, 'site' | 'hall'> & { hall: HallSnapshot }) {
  const site = useSite(props.api, props.hall.siteVersion)
  return <Console {...props} site={site} />
}
