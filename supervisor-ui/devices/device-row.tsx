import { useState } from 'react'
import type { Device, DeviceOrder } from '../../server/contract/devices.ts'
import { isRefused } from '../../ui-kit/api.ts'
import { Status } from '../../ui-kit/status.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useConsole } from '../console/console-context.ts'
import { hashOf } from '../console/route.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { deviceCondition, isFaulty } from './condition.ts'
import { placeText, spanText, whenText } from './device-words.ts'

interface Props {
  device: Device
  now: number
  mayKeep: boolean
  onReplace: (device: Device) => void
  onDone: () => void
}

/** One paired machine: how it is, what to do about it, and what can be done from here. */
export function DeviceRow({ device, now, mayKeep, onReplace, onDone }: Props) {
  const { setting } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const { shape, words } = deviceCondition(device)
  const { name, kind, since, uptimeMs, disconnects, version, lastError } = device
  const isSick = isFaulty(device, now)
  const facts = [
    uptimeMs !== null && t('device.uptime', { time: spanText(uptimeMs, setting.messages.locale) }),
    disconnects > 0 && t('device.disconnects', { n: disconnects }),
    version !== null && t('device.version', { version: version.split('-')[0] ?? version }),
  ].filter(Boolean)
  return (
    <tr className={isSick || shape === 'offline' || shape === 'action' ? 'is-ill' : undefined}>
      <th scope="row">
        <b>{name}</b>
        <small>{[t(`device.kind.${kind}`), placeText(setting, device)].join(' · ')}</small>
      </th>
      <td>
        <Status state={shape}>{t(words, { time: since === null ? '' : whenText(since, now, setting) })}</Status>
        {words === 'device.is.offline' && <small>{t('device.do.offline')}</small>}
        {words === 'device.is.old' && <small>{t('device.do.old')}</small>}
        {isSick && lastError && (
          <small className="sick">
            {t('device.fault', { time: whenText(lastError.at, now, setting), text: lastError.text })}{' '}
            {t('device.do.fault')}
          </small>
        )}
        {facts.length > 0 && <small>{facts.join(' · ')}</small>}
      </td>
      <td>
        <DeviceActs device={device} mayKeep={mayKeep} onReplace={onReplace} onDone={onDone} />
      </td>
    </tr>
  )
}

function DeviceActs({ device, mayKeep, onReplace, onDone }: Omit<Props, 'now'>) {
  const { api, notify } = useConsole()
  const { t, pick } = useMessages<ConsoleKey>()
  const [busy, setBusy] = useState(false)
  const { id, name, isLocked } = device
  const send = async (path: string, body: object, said: (answer: { isSent?: boolean }) => string) => {
    setBusy(true)
    try {
      const answer = await api.command<{ isSent?: boolean }>(path, body)
      notify({ text: isRefused(answer) ? pick(answer.refusal.message) : said(answer) })
      onDone()
    } catch {
      notify({ text: t('device.failed') })
    } finally {
      setBusy(false)
    }
  }
  const order = (one: DeviceOrder) =>
    send(`/api/devices/${id}/orders`, { order: one }, ({ isSent }) =>
      t(isSent === false ? 'device.said.away' : `device.said.${one}`, { name }),
    )
  const lock = () =>
    send(`/api/devices/${id}`, { isLocked: !isLocked }, () =>
      t(isLocked ? 'device.said.unlocked' : 'device.said.locked', { name }),
    )
  const button = (act: 'identify' | 'reload' | 'lock' | 'unlock' | 'replace', press: () => void) => (
    <button
      type="button"
      className="small"
      disabled={busy}
      aria-label={t('device.act.named', { act: t(`device.act.${act}`), name })}
      onClick={press}
    >
      {t(`device.act.${act}`)}
    </button>
  )
  return (
    <div className="device-acts">
      {button('identify', () => void order('identify'))}
      {button('reload', () => void order('reload'))}
      {mayKeep && (
        <>
          {button(isLocked ? 'unlock' : 'lock', () => void lock())}
          {button('replace', () => onReplace(device))}
          <a
            className="small"
            href={hashOf({ tab: 'perangkat', code: id })}
            aria-label={t('device.act.named', { act: t('device.act.edit'), name })}
          >
            {t('device.act.edit')}
          </a>
        </>
      )}
    </div>
  )
}
