import { useState } from 'react'
import type { SitePackage } from '../../server/contract/site.ts'
import { Button } from '../../ui-kit/button.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { useConsole } from './console-context.ts'
import { PackageImport } from './package-import.tsx'

/** The whole building as one file, out and in. */
export function PackageTab() {
  const { api, editable } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const [failed, setFailed] = useState(false)
  const download = async () => {
    try {
      const site = await api.get<SitePackage>('/api/site/package')
      setFailed(false)
      saveFile(`${site.site.code}.json`, `${JSON.stringify(site, null, 2)}\n`)
    } catch {
      setFailed(true)
    }
  }
  return (
    <div className="halves">
      <section className="export card" aria-labelledby="export-title">
        <h2 id="export-title">{t('export.title')}</h2>
        <p>{t('export.about')}</p>
        <Button main icon="download" onClick={() => void download()}>
          {t('export.act')}
        </Button>
        <p role="alert" className="f-problem">
          {failed && t('fault.hub')}
        </p>
      </section>
      {editable.all && <PackageImport title="import.title" about="import.about" />}
    </div>
  )
}

function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1_000)
}
