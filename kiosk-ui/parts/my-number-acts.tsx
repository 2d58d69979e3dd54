import { useState } from 'react'
import type { VisitorTicketWire } from '../../server/contract/api.ts'
import { isRefused } from '../../ui-kit/api.ts'
import { Button } from '../../ui-kit/button.tsx'
import { Icon, type IconName } from '../../ui-kit/icon.tsx'
import { labelText } from '../../ui-kit/number.tsx'
import { othersOfSeries } from '../directory.ts'
import { useKiosk, useWords } from '../kiosk-context.ts'
import type { KioskKey } from '../messages.ts'
import { kioskApi } from '../use-attempt.ts'
import { PagedList } from './paged-list.tsx'

type Act = 'here' | 'accept' | 'later' | 'cancel'
type Asked = 'change' | 'cancel' | null

const acts: readonly { act: Act; icon: IconName; words: KioskKey; detail: KioskKey }[] = [
  { act: 'here', icon: 'check-circle', words: 'kiosk.mine.here', detail: 'kiosk.mine.here.sub' },
  { act: 'accept', icon: 'check-circle', words: 'kiosk.mine.accept', detail: 'kiosk.mine.accept.sub' },
  { act: 'later', icon: 'clock-clockwise', words: 'kiosk.mine.later', detail: 'kiosk.mine.later.sub' },
  { act: 'cancel', icon: 'x', words: 'kiosk.mine.cancel', detail: 'kiosk.mine.cancel.sub' },
]

/** What the holder of a number may still do about it; what cannot be undone is asked again in the same place. */
export function MyNumberActs({ ticket }: { ticket: VisitorTicketWire }) {
  const { snapshot } = useKiosk()
  const { t, pick } = useWords()
  const [asked, ask] = useState<Asked>(null)
  const { said, send } = useActs(ticket.publicCode)
  const others = othersOfSeries(ticket.service, snapshot)
  const isInLine = ticket.state === 'waiting' || ticket.state === 'reserved'
  const mayChange = others.length > 0 && isInLine && ticket.can.length > 0
  const open = acts.filter(({ act }) => ticket.can.includes(act))
  const choose = (wish: Act | { service: string }) => {
    ask(null)
    send(wish)
  }
  if (asked === 'cancel') {
    return (
      <div className="mine-ask">
        <h2>{t('kiosk.mine.sure', { label: labelText(ticket.label) })}</h2>
        <p>{t('kiosk.mine.sure.text')}</p>
        <Button main onClick={() => ask(null)}>
          {t('kiosk.mine.keep')}
        </Button>
        <Button icon="x" onClick={() => choose('cancel')}>
          {t('kiosk.mine.cancel')}
        </Button>
      </div>
    )
  }
  if (asked === 'change') {
    return (
      <>
        <h2 className="mine-title">{t('kiosk.mine.change.title')}</h2>
        <PagedList
          className="results"
          items={others}
          keyOf={({ code }) => code}
          rowHeight={122}
          label={t('kiosk.services')}
        >
          {({ code, name }) => (
            <button type="button" className="row row-plain" onClick={() => choose({ service: code })}>
              <span className="row-text">
                <b>{pick(name)}</b>
              </span>
              <Icon name="caret-right" />
            </button>
          )}
        </PagedList>
        <Button className="mine-stay" icon="arrow-left" onClick={() => ask(null)}>
          {t('kiosk.mine.keep')}
        </Button>
      </>
    )
  }
  return (
    <>
      <p className="mine-said" role="status">
        {said === 'saved' ? t('kiosk.mine.saved') : said === 'failed' ? t('kiosk.mine.failed') : said && pick(said)}
        {open.length === 0 && !mayChange && said === null && t('kiosk.mine.nothing')}
      </p>
      <div className="welcome-actions mine-acts" data-arrows>
        {open.map(({ act, icon, words, detail }) => (
          <ActButton
            key={act}
            icon={icon}
            words={t(words)}
            detail={t(detail, { n: ticket.returnAfter })}
            onPress={() => (act === 'cancel' ? ask('cancel') : send(act))}
          />
        ))}
        {mayChange && (
          <ActButton
            icon="arrows-left-right"
            words={t('kiosk.mine.change')}
            detail={t('kiosk.mine.change.sub')}
            onPress={() => ask('change')}
          />
        )}
      </div>
    </>
  )
}

function ActButton(props: { icon: IconName; words: string; detail: string; onPress: () => void }) {
  return (
    <button type="button" onClick={props.onPress}>
      <Icon name={props.icon} />
      <span>
        <b>{props.words}</b>
        <small>{props.detail}</small>
      </span>
    </button>
  )
}

type Said = 'saved' | 'failed' | { id: string; en: string } | null

/** Sends what the holder wants, and says how it came out; the number itself follows live. */
function useActs(publicCode: string) {
  const [said, say] = useState<Said>(null)
  const send = (wish: Act | { service: string }) => {
    const path = `/api/tickets/${encodeURIComponent(publicCode)}`
    const asked =
      typeof wish !== 'string'
        ? kioskApi.command(`${path}/change-service`, wish)
        : wish === 'accept'
          ? kioskApi.command(`${path}/accept`)
          : kioskApi.command(`${path}/visitor`, { action: wish })
    asked.then(
      (answer) => say(isRefused(answer) ? answer.refusal.message : 'saved'),
      () => say('failed'),
    )
  }
  return { said, send }
}
