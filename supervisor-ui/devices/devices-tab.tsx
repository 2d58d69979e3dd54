import { type ReactNode, useState } from 'react'
import type { Device, DevicesAnswer } from '../../server/contract/devices.ts'
import { Icon } from '../../ui-kit/icon.tsx'
import { Status, StatusShape } from '../../ui-kit/status.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useConsole } from '../console/console-context.ts'
import { hashOf } from '../console/route.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { countTroubles, deviceCondition, isFaulty, printerCondition, speakerCondition } from './condition.ts'
import { EditForm, PairForm } from './device-form.tsx'
import { DeviceRow } from './device-row.tsx'
import { whenText } from './device-words.ts'
import { reasonWords } from './printer-reason.ts'
import { ReplaceDialog } from './replace-dialog.tsx'
import { type Devices, useDevices } from './use-devices.ts'
import './devices.css'

/** Everything that hangs on the hub: what does not work stands first, and says what to do. */
export function DevicesTab() {
  const { way } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const devices = useDevices()
  const { answer, state, again } = devices
  const { code, isNew } = way.route
  if (state === 'forbidden') return <p className="choose">{t('device.not-yours')}</p>
  if (!answer) return <p className="choose">{t(state === 'stale' ? 'fault.hub' : 'waiting')}</p>
  if (isNew || code) {
    return (
      <div className="one-device">
        <a className="small" href={hashOf({ tab: 'perangkat' })}>
          <Icon name="arrow-left" /> {t('device.back')}
        </a>
        {isNew ? (
          <PairForm onSaved={() => void again()} />
        ) : (
          <Opened device={answer.devices.find(({ id }) => id === code)} onSaved={() => void again()} />
        )}
      </div>
    )
  }
  return <Overview devices={devices} answer={answer} />
}

function Opened({ device, onSaved }: { device: Device | undefined; onSaved: () => void }) {
  const { t } = useMessages<ConsoleKey>()
  if (!device) return <p className="choose">{t('device.gone')}</p>
  return <EditForm key={device.id} device={device} onSaved={onSaved} />
}

function Overview({ devices: { state, again }, answer }: { devices: Devices; answer: DevicesAnswer }) {
  const { setting } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const [replacing, setReplacing] = useState<Device | null>(null)
  const { now, mayKeep } = answer
  const troubles = countTroubles(answer)
  const isIll = (device: Device) => deviceCondition(device).needsCare || isFaulty(device, now)
  const sorted = [...answer.devices].sort(
    (a, b) => Number(isIll(b)) - Number(isIll(a)) || a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name),
  )
  return (
    <div className="devices">
      <header className="card">
        <div>
          <h2>{t('device.title')}</h2>
          <p role="status" className={troubles > 0 ? 'is-ill' : undefined}>
            <StatusShape state={troubles > 0 ? 'action' : 'open'} />
            {troubles > 0 ? t('device.trouble', { n: troubles }) : t('device.all-well')}
            {state === 'stale' && ` ${t('device.stale', { time: whenText(now, now, setting) })}`}
          </p>
        </div>
        {mayKeep && (
          <a className="k-button k-button-main" href={hashOf({ tab: 'perangkat', isNew: true })}>
            <Icon name="plus" />
            {t('device.pair')}
          </a>
        )}
      </header>
      <Section title={t('device.group.screens')}>
        {sorted.length === 0 ? (
          <p className="none">{t('device.none')}</p>
        ) : (
          <table className="plain">
            <tbody>
              {sorted.map((device) => (
                <DeviceRow
                  key={device.id}
                  device={device}
                  now={now}
                  mayKeep={mayKeep}
                  onReplace={setReplacing}
                  onDone={() => void again()}
                />
              ))}
            </tbody>
          </table>
        )}
      </Section>
      <Hardware answer={answer} />
      <Acts answer={answer} />
      {replacing && <ReplaceDialog device={replacing} onClose={() => setReplacing(null)} onDone={() => void again()} />}
    </div>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** Printers, loudspeakers and the voice: how each is, in words that say what to do. */
function Hardware({ answer: { printers, loudspeakers, voice, mayKeep, now } }: { answer: DevicesAnswer }) {
  const { setting } = useConsole()
  const { t, pick } = useMessages<ConsoleKey>()
  const { kiosks, zones } = setting.site
  const kioskName = (code: string) => pick(kiosks.find((one) => one.code === code)?.name ?? { id: code, en: code })
  const zoneName = (code: string) => pick(zones.find((one) => one.code === code)?.name ?? { id: code, en: code })
  return (
    <div className="hardware">
      <Section title={t('device.group.printers')}>
        <ul>
          {printers.map((printer) => {
            const { shape, words } = printerCondition(printer)
            return (
              <li key={printer.kiosk}>
                <b>{kioskName(printer.kiosk)}</b>
                <Status state={shape}>{t(words)}</Status>
                <small>{[t(printerKind(printer.kind)), printer.at].filter(Boolean).join(' · ')}</small>
                {printer.waiting > 0 && <small>{t('printer.waiting', { n: printer.waiting })}</small>}
                {printer.lastError && (
                  <small>
                    {t('printer.last-error', {
                      time: whenText(printer.lastError.at, now, setting),
                      why: t(reasonWords(printer.lastError.reason)),
                    })}
                  </small>
                )}
              </li>
            )
          })}
        </ul>
      </Section>
      <Section title={t('device.group.speakers')}>
        <ul>
          {loudspeakers.map((speaker) => {
            const { shape, words } = speakerCondition(speaker)
            return (
              <li key={`${speaker.zone} ${speaker.kind} ${speaker.at}`}>
                <b>{zoneName(speaker.zone)}</b>
                <Status state={shape}>{t(words)}</Status>
                <small>{[t(speakerKind(speaker.kind)), speaker.at].filter(Boolean).join(' · ')}</small>
                {speaker.waiting > 0 && <small>{t('speaker.waiting', { n: speaker.waiting })}</small>}
              </li>
            )
          })}
        </ul>
      </Section>
      <Section title={t('device.group.voice')}>
        <ul>
          <li>
            <b>{voice.pack === null ? t('voice.bundled') : t('voice.pack', { pack: voice.pack })}</b>
            <Status state={voice.state === 'ready' ? 'open' : 'action'}>
              {t(voice.state === 'not-installed' && voice.pack !== null ? 'voice.pack-gone' : `voice.${voice.state}`)}
            </Status>
            {mayKeep && <a href="/rekam">{t('voice.record')}</a>}
            {voice.missing.length > 0 && (
              <details>
                <summary>{t('voice.missing', { n: voice.missing.length })}</summary>
                <small>{voice.missing.slice(0, 60).join(', ')}</small>
              </details>
            )}
          </li>
        </ul>
      </Section>
    </div>
  )
}

function Acts({ answer: { acts, now } }: { answer: DevicesAnswer }) {
  const { setting } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  if (acts.length === 0) return null
  return (
    <details className="card device-history">
      <summary>{t('device.group.acts')}</summary>
      <ul>
        {acts.slice(0, 50).map(({ at, device, name, act }) => (
          <li key={`${at} ${device} ${act}`}>
            <time>{whenText(at, now, setting)}</time> {name} {t(`did.${act}`)}
          </li>
        ))}
      </ul>
    </details>
  )
}

const printerKinds = ['virtual', 'network', 'usb', 'serial', 'file', 'host'] as const
const printerKind = (kind: string) => `printer.kind.${printerKinds.find((each) => each === kind) ?? 'network'}` as const
const speakerKinds = ['virtual', 'displays', 'alsa', 'host'] as const
const speakerKind = (kind: string) => `speaker.kind.${speakerKinds.find((each) => each === kind) ?? 'alsa'}` as const
