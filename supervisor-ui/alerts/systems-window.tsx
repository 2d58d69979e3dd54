import { useEffect, useId, useState } from 'react'
import type { SystemWire } from '../../server/contract/standstill.ts'
import { Button } from '../../ui-kit/button.tsx'
import { StatusShape } from '../../ui-kit/status.tsx'
import { useAlertWords, useHub } from './use-alerts.ts'
import { Window } from './window.tsx'

/** One switch a central system, those that are down first. `version` changes when the hall's outages do. */
export function SystemsWindow({ version, onClose }: { version: string; onClose: () => void }) {
  const { t } = useAlertWords()
  const { get, send, trouble } = useHub()
  const [systems, setSystems] = useState<readonly SystemWire[]>([])
  const [query, setQuery] = useState('')
  const field = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew when an outage begins or ends
  useEffect(() => {
    void get<{ systems: SystemWire[] }>('/api/systems').then((answer) => answer && setSystems(answer.systems))
  }, [get, version])
  const shown = systems
    .filter(({ name, code }) => `${name} ${code}`.toLowerCase().includes(query.trim().toLowerCase()))
    .sort((a, b) => Number(b.down) - Number(a.down))
  return (
    <Window title={t('act.systems')} onClose={onClose}>
      <label className="k-sr" htmlFor={field}>
        {t('system.find')}
      </label>
      <input
        id={field}
        type="search"
        placeholder={t('system.find')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <ul className="alert-systems">
        {shown.map(({ code, name, down, downMinutes, waiting }) => (
          <li key={code}>
            <b>{name}</b>
            <span>
              {[
                t('system.waiting', { n: waiting }),
                ...(downMinutes > 0 ? [t('system.minutes', { n: downMinutes })] : []),
              ].join(', ')}
            </span>
            <button
              type="button"
              role="switch"
              aria-checked={!down}
              aria-label={name}
              onClick={() => void send(`/api/systems/${encodeURIComponent(code)}`, { down: !down })}
            >
              <StatusShape state={down ? 'action' : 'open'} />
              {t(down ? 'system.down' : 'system.works')}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{trouble}</p>
      <footer>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </footer>
    </Window>
  )
}
