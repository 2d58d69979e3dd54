import { useId, useState } from 'react'
import type { PackagePreviewAnswer } from '../../server/contract/site-wire.ts'
import { isRefused } from '../../ui-kit/api.ts'
import { Button } from '../../ui-kit/button.tsx'
import { StatusShape } from '../../ui-kit/status.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { Affected } from './affected.tsx'
import { useConsole } from './console-context.ts'
import { PackageDifferences } from './package-differences.tsx'
import { faultOf } from './use-saving.ts'

interface Read {
  readonly name: string
  readonly text: string
  readonly preview: PackagePreviewAnswer
}

/** A file is read, shown with its mistakes or with what it would change, and only then taken over. */
export function PackageImport({ title, about }: { title: ConsoleKey; about: ConsoleKey }) {
  const { api, setting, reload, notify } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const id = useId()
  const [read, setRead] = useState<Read | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const attempt = async (act: () => Promise<void>) => {
    setBusy(true)
    setFault(null)
    try {
      await act()
    } catch (error) {
      setFault(t(faultOf(error)))
    } finally {
      setBusy(false)
    }
  }
  const open = (file: File) =>
    attempt(async () => {
      const text = await file.text()
      const preview = await api.command<PackagePreviewAnswer>('/api/site/package/preview', { package: text })
      if (isRefused(preview)) setFault(setting.messages.pick(preview.refusal.message))
      else setRead({ name: file.name, text, preview })
    })
  const take = ({ name, text, preview }: Read) =>
    attempt(async () => {
      const body = { package: text, ...(preview.needsConfirm && { confirm: true }) }
      const answer = await api.command<{ version: number }>('/api/site/package', body)
      if (isRefused(answer)) return setFault(setting.messages.pick(answer.refusal.message))
      setRead(null)
      await reload()
      notify({ text: t('import.done', { name }), undo: answer.version })
    })

  return (
    <section className="import card" aria-labelledby={id}>
      <h2 id={id}>{t(title)}</h2>
      <p>{t(about)}</p>
      <label className="file k-button">
        <input
          type="file"
          accept="application/json,.json"
          disabled={busy}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            target.value = ''
            if (file) void open(file)
          }}
        />
        {t('import.choose')}
      </label>
      <p role="alert" className="f-problem">
        {fault}
      </p>
      {read && <ReadPackage read={read} busy={busy} onTake={() => void take(read)} onDrop={() => setRead(null)} />}
    </section>
  )
}

function ReadPackage(props: { read: Read; busy: boolean; onTake: () => void; onDrop: () => void }) {
  const { read, busy, onTake, onDrop } = props
  const { t, pick } = useMessages<ConsoleKey>()
  const { mistakes, differences, affected, needsConfirm } = read.preview
  if (mistakes.length > 0) {
    return (
      <div role="status">
        <h3 className="bad">
          <StatusShape state="action" />
          {t('import.mistakes', { n: mistakes.length, name: read.name })}
        </h3>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className="scroll" tabIndex={0} aria-label={t('import.mistakes-list')}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{t('import.where')}</th>
                <th scope="col">{t('import.part')}</th>
                <th scope="col">{t('import.what')}</th>
              </tr>
            </thead>
            <tbody>
              {mistakes.map((mistake) => (
                <tr key={`${mistake.path} ${mistake.rule} ${mistake.line}`}>
                  <td>{t('import.line', { line: mistake.line, column: mistake.column })}</td>
                  <td>
                    <code>{mistake.path || '–'}</code>
                  </td>
                  <td>{pick(mistake.message)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p>{t('import.nothing-changed')}</p>
      </div>
    )
  }
  return (
    <div role="status">
      <h3>{t('import.differences', { n: differences.length, name: read.name })}</h3>
      <PackageDifferences differences={differences} />
      {differences.length > 0 && (
        <>
          <h3>{t('affected.title')}</h3>
          <Affected affected={affected} needsConfirm={needsConfirm} />
        </>
      )}
      <div className="acts">
        <Button onClick={onDrop}>{t('import.drop')}</Button>
        <Button main disabled={busy || differences.length === 0} onClick={onTake}>
          {t('import.take')}
        </Button>
      </div>
    </div>
  )
}
