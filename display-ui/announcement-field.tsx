import type { DisplaySnapshot } from '../server/contract/live.ts'
import { Icon } from '../ui-kit/icon.tsx'
import { StatusShape } from '../ui-kit/status.tsx'

/** What staff announce: a band over the foot; an alarm takes the whole field. In both languages, as it is spoken. */
export function AnnouncementField({ said }: { said: NonNullable<DisplaySnapshot['announcement']> }) {
  const { isAlarm, text } = said
  return (
    <section className={isAlarm ? 'said said-alarm' : 'said'} role={isAlarm ? 'alert' : 'status'}>
      {isAlarm ? <StatusShape state="action" /> : <Icon name="megaphone" />}
      <div>
        <p lang="id">{text.id}</p>
        <p lang="en">{text.en}</p>
      </div>
    </section>
  )
}
