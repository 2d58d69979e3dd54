import type { DisplaySnapshot } from '../server/contract/live.ts'
import type { Layout } from '../server/contract/media.ts'
import type { Live } from '../ui-kit/live.ts'
import { CallGrid, CallList, CallStrip } from './call-list.tsx'
import { MediaField } from './media-field.tsx'
import { Notices } from './notices.tsx'
import { wallMoment, wordsAt } from './playlist.ts'
import { SystemNotice } from './system-notice.tsx'
import { WaitingList } from './waiting-list.tsx'

interface Props {
  live: Live<DisplaySnapshot>
  snapshot: DisplaySnapshot
  layout: Layout
  /** A call has just come down from the field. */
  stepping: boolean
  /** Something lies over it. */
  covered: boolean
  lostAt: string | null
}

/** What stands between head and ticker, as the zone's layout divides it. */
export function HallBody({ live, snapshot, layout, stepping, covered, lostAt }: Props) {
  const { calls, site, waiting } = snapshot
  const { systems } = snapshot.standstill
  const media = <MediaField live={live} snapshot={snapshot} paused={covered} />
  const rows = (few?: number) => (
    <WaitingList rows={waiting} timeZone={site.timeZone} lostAt={lostAt} {...(few && { onPage: few })} />
  )
  switch (layout) {
    case 'media':
      return (
        <div className="hall-media">
          {media}
          <CallStrip calls={calls} />
        </div>
      )
    case 'list':
      return (
        <div className="hall-list">
          <CallGrid calls={calls} />
        </div>
      )
    case 'calls-and-media':
      return (
        <>
          <CallList calls={calls} stepping={stepping} narrow />
          <section className="hall-side hall-side-media">
            {media}
            {systems.length > 0 ? <SystemNotice systems={systems} /> : rows(3)}
          </section>
        </>
      )
    case 'calls': {
      const notices = wordsAt(snapshot, wallMoment(live.hallNow(), site.timeZone))
      return (
        <>
          <CallList calls={calls} stepping={stepping} />
          <section className="hall-side">
            {systems.length > 0 ? <SystemNotice systems={systems} /> : <Notices notices={notices} />}
            {rows()}
          </section>
        </>
      )
    }
  }
}
