/**
 * Who may import whom: the table of the architecture, as configuration. `npm run check` refuses everything else.
 *
 * A layer is a path of the tree. It may import itself, the paths in `may`, and the packages in `libraries`
 * (regular expressions; `any` for no limit). `node` says whether Node's own modules are allowed.
 */
const any = '.+'
const contract = 'server/contract/'
const hall = 'server/(hall|journal)\\.ts$'
const core = 'server/core/'
const site = 'server/site/'
const logo = 'server/logo\\.ts$'
const readings = 'server/readings/'
const storePorts = 'server/store/ports(/|\\.ts$)'
const driverTypes = 'drivers/(printers/printer|speakers/speaker|voices/voice)\\.ts$'
const uiKit = 'ui-kit/'

const screenLibraries = [
  'react',
  'react-dom',
  'react-aria-components',
  'react-aria',
  'react-stately',
  '@react-aria/.+',
  '@react-types/.+',
  '@internationalized/.+',
  '@tanstack/.+',
  'socket.io-client',
  'temporal-polyfill',
  'qrcode',
  '@fontsource.*',
]
const screen = { may: [uiKit, contract], libraries: screenLibraries, node: false }

const layers = {
  [contract]: { may: [], libraries: ['zod'], node: false },
  [core]: { may: [contract], libraries: [], node: false },
  [hall]: { may: [core, contract], libraries: [any], node: true },
  [readings]: { may: [core, contract], libraries: [], node: false },
  'server/store/': { may: [contract, hall], libraries: [any], node: true },
  [site]: { may: [contract, logo], libraries: [any], node: true },
  'server/http/': { may: [hall, readings, storePorts, site, contract], libraries: [any], node: true },
  'server/live/': { may: [hall, readings, contract], libraries: [any], node: true },
  'server/printing/': { may: [hall, readings, driverTypes, contract, logo], libraries: [any], node: true },
  'server/announcing/': { may: [hall, readings, driverTypes, contract], libraries: [any], node: true },
  // Which driver stands for which device of the building; the only folder of the hub that names drivers, but for its root.
  'server/devices/': {
    may: ['drivers/', hall, contract, 'server/(clock|closing|ids)\\.ts$', 'server/printing/encode-slip\\.ts$'],
    libraries: [any],
    node: true,
  },
  // The program on a PC that lends its printer and its sound card to the hub.
  'server/device-host/': { may: ['drivers/', contract, 'server/closing\\.ts$'], libraries: [any], node: true },
  // The packs of recorded words on the disk.
  'server/voices/': { may: ['drivers/voices/', contract], libraries: [any], node: true },
  'server/insight/': { may: [core, storePorts, contract], libraries: [any], node: true },
  'server/simulation/': { may: [core, hall, site, contract], libraries: [any], node: true },
  // What `antrean doctor` tries; it looks at everything and changes nothing.
  'server/doctor/': { may: ['drivers/', 'server/(?!main\\.ts)[^/]+\\.ts$', contract], libraries: [any], node: true },
  'server/cli/': {
    may: ['server/(?!main\\.ts)[^/]+\\.ts$', 'server/device-host/', 'server/doctor/', contract],
    libraries: [any],
    node: true,
  },
  'drivers/': { may: [], libraries: [any], node: true },
  'start-ui/': screen,
  'kiosk-ui/': screen,
  'display-ui/': screen,
  'counter-ui/': screen,
  'supervisor-ui/': screen,
  'desk-ui/': screen,
  'visitor-ui/': screen,
  'record-ui/': screen,
  [uiKit]: { may: [contract], libraries: screenLibraries, node: false },
}

const packagesOf = (names) => `(^|/)node_modules/(${names.join('|')})(/|$)`
const npm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown']

const layerRules = Object.entries(layers).flatMap(([layer, { may, libraries, node }]) => {
  const from = { path: `^${layer}` }
  const named = (what) => ({ name: `${what}: ${layer}`, severity: 'error', from })
  const rules = [
    {
      ...named('layer'),
      to: { path: '^[^/]+', pathNot: [layer, ...may, 'node_modules/'].map(anchored), dependencyTypesNot: ['core'] },
    },
  ]
  if (!libraries.includes(any)) {
    const allowed = libraries.length > 0 ? { pathNot: packagesOf(libraries) } : {}
    rules.push({ ...named('library'), to: { dependencyTypes: npm, ...allowed } })
  }
  if (!node) rules.push({ ...named('node module'), to: { dependencyTypes: ['core'] } })
  return rules
})

function anchored(path) {
  return path === 'node_modules/' ? '(^|/)node_modules/' : `^${path}`
}

export default {
  forbidden: [
    ...layerRules,
    {
      name: 'every folder of the server is a layer',
      severity: 'error',
      from: { path: '^server/[^/]+/', pathNot: Object.keys(layers).map((layer) => `^${layer}`) },
      to: {},
    },
    { name: 'no cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'main is imported by nothing', severity: 'error', from: {}, to: { path: '^server/main\\.ts$' } },
    {
      name: 'SQL only in the store',
      severity: 'error',
      from: { pathNot: '^server/store/' },
      to: { path: packagesOf(['better-sqlite3', 'drizzle-orm']) },
    },
    { name: 'every import resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'the product does not import its tests',
      severity: 'error',
      from: { pathNot: '^tests/' },
      to: { path: '^(tests|scripts)/' },
    },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
