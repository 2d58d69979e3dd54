import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { Demo } from './demo-hub.ts'
import type { StartKey } from './messages.ts'
import { ScreenCard } from './screen-card.tsx'

const kioskAddress = (code: string) => `/kiosk?device=${encodeURIComponent(code)}`
const zoneAddress = (code: string) => `/display?zone=${encodeURIComponent(code)}`
const boothAddress = (code: string) => `/display/booth/${encodeURIComponent(code)}`
const rollAddress = (code: string) => `/virtual/printers/${encodeURIComponent(code)}`

/** Every screen of the building by the people who use it. Without a demo the screens' devices are not known here. */
export function Screens({ demo }: { demo: Demo | null }) {
  const { t, pick } = useMessages<StartKey>()
  const kiosks = demo?.kiosks ?? []
  const zones = demo?.zones ?? []
  const [firstKiosk] = kiosks
  const [firstZone] = zones
  const [firstBooth] = demo?.booths ?? []
  return (
    <>
      <Group title={t('visitors.title')} text={t('visitors.text')} columns={4}>
        <ScreenCard
          href={firstKiosk ? kioskAddress(firstKiosk.code) : '/kiosk'}
          picture="kiosk"
          title={t('kiosk.title')}
          text={t('kiosk.text')}
        >
          <Links entries={kiosks.map(({ code, name }) => ({ href: kioskAddress(code), text: pick(name) }))} />
        </ScreenCard>
        {firstKiosk && (
          <ScreenCard
            href={rollAddress(firstKiosk.code)}
            picture="paper"
            title={t('paper.title')}
            text={t('paper.text')}
          >
            <Links entries={kiosks.map(({ code, name }) => ({ href: rollAddress(code), text: pick(name) }))} />
          </ScreenCard>
        )}
        <ScreenCard
          href={firstKiosk ? rollAddress(firstKiosk.code) : '/visit'}
          picture="phone"
          title={t('phone.title')}
          text={t('phone.text')}
        />
        <ScreenCard href="/visit" picture="services" title={t('services.title')} text={t('services.text')} />
      </Group>
      <Group title={t('hall.title')} text={t('hall.text')} columns={3}>
        <ScreenCard
          href={firstZone ? zoneAddress(firstZone.code) : '/display'}
          picture="display"
          title={t('display.title')}
          text={t('display.text')}
        >
          <Links entries={zones.map(({ code, name }) => ({ href: zoneAddress(code), text: pick(name) }))} />
        </ScreenCard>
        <ScreenCard
          href={firstZone ? zoneAddress(firstZone.code) : '/display'}
          picture="calling"
          title={t('calling.title')}
          text={t('calling.text')}
        />
        {demo && firstBooth && (
          <ScreenCard
            href={boothAddress(firstBooth.code)}
            picture="booth"
            title={t('booth.title')}
            text={t('booth.text')}
          >
            <BoothChoice booths={demo.booths} />
          </ScreenCard>
        )}
      </Group>
      <Group title={t('staff.title')} text={t('staff.text')} columns={2}>
        <ScreenCard href="/counter" picture="counter" title={t('counter.title')} text={t('counter.text')}>
          <Links least={1} entries={[{ href: '/latihan/counter', text: t('counter.training') }]} />
        </ScreenCard>
        <ScreenCard href="/desk" picture="desk" title={t('desk.title')} text={t('desk.text')} />
        <ScreenCard href="/supervisor" picture="supervisor" title={t('supervisor.title')} text={t('supervisor.text')}>
          <Links least={1} entries={[{ href: '/device', text: t('supervisor.pair') }]} />
        </ScreenCard>
        <ScreenCard href="/api/docs" picture="api" title={t('api.title')} text={t('api.text')} />
      </Group>
    </>
  )
}

function Group({
  title,
  text,
  columns,
  children,
}: {
  title: string
  text: string
  columns: 2 | 3 | 4
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className="group" aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <p>{text}</p>
      </header>
      <ul className={`cards cards-${columns}`}>{children}</ul>
    </section>
  )
}

/** Fewer than `least` say nothing that the card itself does not say. */
function Links({ entries, least = 2 }: { entries: readonly { href: string; text: string }[]; least?: number }) {
  if (entries.length < least) return null
  return (
    <ul className="links">
      {entries.map(({ href, text }) => (
        <li key={href}>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ul>
  )
}

function BoothChoice({ booths }: { booths: Demo['booths'] }) {
  const { t } = useMessages<StartKey>()
  const field = useId()
  const [code, setCode] = useState(booths[0]?.code ?? '')
  const open = (event: FormEvent) => {
    event.preventDefault()
    location.assign(boothAddress(code))
  }
  return (
    <form className="booth-choice" onSubmit={open}>
      <label htmlFor={field}>{t('booth.choose')}</label>
      <select id={field} value={code} onChange={(event) => setCode(event.target.value)}>
        {booths.map((booth) => (
          <option key={booth.code} value={booth.code}>
            {booth.sign} {booth.short}
          </option>
        ))}
      </select>
      <button type="submit">{t('booth.open')}</button>
    </form>
  )
}
