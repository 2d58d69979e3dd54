import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

/** The pages, and the addresses under which the hub serves each. dist/screens keeps the folder names. */
const pages: readonly { html: string; at: RegExp }[] = [
  { html: 'start-ui/index.html', at: /^\/$/ },
  { html: 'kiosk-ui/index.html', at: /^\/kiosk$/ },
  { html: 'display-ui/index.html', at: /^\/display$/ },
  { html: 'display-ui/booth.html', at: /^\/display\/booth\/[^/]+$/ },
  { html: 'counter-ui/index.html', at: /^\/counter$/ },
  { html: 'supervisor-ui/index.html', at: /^\/supervisor$/ },
  { html: 'desk-ui/index.html', at: /^\/desk$/ },
  { html: 'record-ui/index.html', at: /^\/rekam$/ },
  { html: 'visitor-ui/ticket.html', at: /^\/t\/[^/]+$/ },
  { html: 'visitor-ui/booking.html', at: /^\/b\/[^/]+$/ },
  { html: 'visitor-ui/services.html', at: /^\/visit$/ },
  { html: 'display-ui/device.html', at: /^\/device$/ },
].filter((page) => existsSync(`${root}${page.html}`))

/** In development the pages answer at the hub's own addresses, so what they load from beside them needs its folder. */
const hubAddresses: Plugin = {
  name: 'hub-addresses',
  apply: 'serve',
  transformIndexHtml: {
    order: 'pre',
    handler: (html, { path }) => html.replaceAll('="./', `="${path.slice(0, path.lastIndexOf('/') + 1)}`),
  },
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const [path = '', query] = (request.url ?? '').split('?')
      const page = pages.find(({ at }) => at.test(path))
      if (page) request.url = `/${page.html}${query === undefined ? '' : `?${query}`}`
      next()
    })
  },
}

const hub = `http://127.0.0.1:${process.env.PORT ?? '8080'}`

export default defineConfig({
  root,
  appType: 'mpa',
  publicDir: false,
  plugins: [react(), hubAddresses],
  server: {
    port: 5173,
    proxy: {
      '^/(api|virtual|health|metrics)(/|$)': hub,
      '/socket.io': { target: hub, ws: true },
    },
  },
  build: {
    outDir: 'dist/screens',
    emptyOutDir: true,
    // Televisions and kiosk browsers stay at the version they were bought with.
    target: ['chrome90', 'safari15', 'firefox90'],
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: pages.map(({ html }) => `${root}${html}`),
      output: {
        // Few files: on a slow kiosk each of them costs more than its bytes. The QR code's page comes later, on its own.
        advancedChunks: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: 'kit', test: /(?:\/ui-kit\/(?!qr)|node_modules\/(?:socket\.io|engine\.io|@socket\.io))/ },
          ],
        },
      },
    },
  },
})
