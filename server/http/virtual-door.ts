import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import express, { type Response, Router } from 'express'

/** The demo's devices as pages: what the printers printed, what the loudspeakers said. */
export interface VirtualPorts {
  readonly isDemo: boolean
  /** Null when there is no such kiosk. */
  printerPage(kiosk: string, locale: 'id' | 'en', nonce: string): Promise<string | null>
  setSwitches(kiosk: string, isOn: (name: string) => boolean): Promise<boolean>
  printerFolder(kiosk: string): string | null
  sound(id: string): Buffer | undefined
}

const slipFile = /^\d+-[A-Z]{1,2}-\d{3,4}\.(png|escpos)$/

export function createVirtualDoor(ports: VirtualPorts): Router {
  const router = Router()
  const missing = (response: Response) => void response.status(404).type('text').send('404')
  router.get('/announcements/:name', (request, response) => {
    const wav = ports.sound(request.params.name.replace(/\.wav$/, ''))
    if (!wav) return missing(response)
    response.setHeader('Cache-Control', 'no-store')
    response.type('audio/wav').send(wav)
  })
  if (!ports.isDemo) return router

  const localeOf = (query: unknown) => (query === 'en' ? 'en' : 'id')
  router.get('/virtual/printers/:kiosk', async (request, response) => {
    const nonce = randomBytes(12).toString('base64')
    const page = await ports.printerPage(request.params.kiosk, localeOf(request.query.lang), nonce)
    if (page === null) return missing(response)
    response.setHeader(
      'Content-Security-Policy',
      `default-src 'self'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src 'self'; base-uri 'none'; object-src 'none'`,
    )
    response.setHeader('Cache-Control', 'no-store')
    response.type('html').send(page)
  })
  router.post(
    '/virtual/printers/:kiosk/switches',
    express.urlencoded({ extended: false, limit: '4kb' }),
    async (request, response) => {
      const body = (request.body ?? {}) as Record<string, unknown>
      const isKnown = await ports.setSwitches(request.params.kiosk, (name) => body[name] === 'on')
      if (!isKnown) return missing(response)
      response.redirect(
        303,
        `/virtual/printers/${encodeURIComponent(request.params.kiosk)}?lang=${localeOf(request.query.lang)}`,
      )
    },
  )
  router.get('/virtual/printers/:kiosk/:file', (request, response) => {
    const folder = ports.printerFolder(request.params.kiosk)
    if (folder === null || !slipFile.test(request.params.file)) return missing(response)
    response.sendFile(join(folder, request.params.file), { dotfiles: 'allow' }, (error) => {
      if (error && !response.headersSent) missing(response)
    })
  })
  return router
}
