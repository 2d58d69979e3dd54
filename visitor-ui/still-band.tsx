import { useState } from 'react'
import type { TicketSnapshot } from '../server/contract/live.ts'
import { createApi, isRefused } from '../ui-kit/api.ts'
import { Button } from '../ui-kit/button.tsx'
import { stillScene, useStandstillWords } from '../ui-kit/standstill/words.ts'
import { StatusShape } from '../ui-kit/status.tsx'
import { dateText, timeText } from '../ui-kit/time-text.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { VisitorKey } from './messages.ts'
import type { Scene } from './scene.ts'

const api = createApi()
const concerned: readonly Scene[] = ['reserved', 'waiting', 'called', 'held', 'missed']
const movable: readonly Scene[] = ['reserved', 'waiting', 'held', 'missed']

/** Why nothing moves just now, that the place is kept, and the way to come on another day instead. */
export function StillBand({
  snapshot,
  scene,
  connected,
}: {
  snapshot: TicketSnapshot
  scene: Scene
  connected: boolean
}) {
  const words = useStandstillWords()
  const { site, standstill, ticket } = snapshot
  if (!concerned.includes(scene)) return null
  const still = stillScene(standstill, words, site.timeZone)
  const [system] = standstill.systems
  if (!still && !system) return null
  const title = still ? [still.reason, still.title].filter(Boolean).join(': ') : words.t('system.title')
  const lines = still ? still.lines : [words.t('system.about', { system: system?.name ?? '' }), words.t('system.kept')]
  return (
    <section className="band still-band" role="status">
      <h2>
        <StatusShape state={still ? 'held' : 'action'} />
        {title}
      </h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {!standstill.closed && movable.includes(scene) && <Rebook code={ticket.publicCode} connected={connected} />}
    </section>
  )
}

/** Asked twice, because the number ends with it. */
function Rebook({ code, connected }: { code: string; connected: boolean }) {
  const { t, pick } = useMessages<VisitorKey>()
  const [asked, setAsked] = useState(false)
  const [trouble, setTrouble] = useState('')
  const rebook = async () => {
    setAsked(false)
    try {
      const answer = await api.command(`/api/tickets/${encodeURIComponent(code)}/rebook`)
      if (isRefused(answer)) setTrouble(pick(answer.refusal.message))
    } catch {
      setTrouble(t('act.failed'))
    }
  }
  return (
    <>
      {asked ? (
        <fieldset className="sure">
          <legend>{t('rebook.sure')}</legend>
          <Button main onClick={() => void rebook()}>
            {t('rebook.do')}
          </Button>
          <Button onClick={() => setAsked(false)}>{t('sure.back')}</Button>
        </fieldset>
      ) : (
        <Button icon="clock-clockwise" disabled={!connected} onClick={() => setAsked(true)}>
          {t('rebook.ask')}
        </Button>
      )}
      <p role="status">{trouble}</p>
    </>
  )
}

/** The reservation that the number was exchanged for. */
export function AnotherDay({ snapshot }: { snapshot: TicketSnapshot }) {
  const { t, locale } = useMessages<VisitorKey>()
  const { ticket, site } = snapshot
  if (!ticket.anotherDay) return null
  const { code, slotAt } = ticket.anotherDay
  const when = `${dateText(slotAt, site.timeZone, locale)}, ${timeText(slotAt, site.timeZone)} ${site.zoneAbbreviation}`
  return (
    <section className="band another-day">
      <h2>{t('rebook.title')}</h2>
      <p className="another-when">{when}</p>
      <p>{t('rebook.code')}</p>
      <p className="another-code">{code}</p>
    </section>
  )
}
