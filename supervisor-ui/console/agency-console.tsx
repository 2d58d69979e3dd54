import { type ReactNode, useEffect, useState } from 'react'
import type { DisplaySnapshot } from '../../server/contract/live.ts'
import { useHallReading } from '../../ui-kit/clock.tsx'
import { useLive } from '../../ui-kit/use-live.ts'
import { Console, type ConsoleProps } from './console.tsx'
import { useSite } from './use-site.ts'

type Props = Omit<ConsoleProps, 'site' | 'hall' | 'now'> & {
  token: string
  /** Where the session turns out to be nobody's. */
  door: ReactNode
}

const minuteOf = (now: number) => Math.floor(now / 60_000) * 60_000

/** The console of an agency's administrator: what a display of the hall tells is news enough for it. */
export function AgencyConsole({ door, token, ...props }: Props) {
  const [news, setNews] = useState(0)
  const site = useSite(props.api, news)
  const zone = site.answer?.site.zones[0]?.code
  if (site.failed) return door
  if (zone === undefined) return <Console {...props} site={site} hall={null} now={0} />
  return <Listening {...props} token={token} site={site} zone={zone} onNews={() => setNews((before) => before + 1)} />
}

type ListeningProps = Omit<ConsoleProps, 'hall' | 'now'> & { token: string; zone: string; onNews: () => void }

function Listening({ token, zone, onNews, ...props }: ListeningProps) {
  const { live } = useLive<DisplaySnapshot>({ view: 'display', zone }, token)
  useEffect(
    () => live.onChange(({ changes }) => changes.some(({ type }) => type === 'notice') && onNews()),
    [live, onNews],
  )
  return <Console {...props} hall={null} now={useHallReading(live.hallNow, minuteOf)} />
}
