import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import swc from '@swc/core'
import { cruise } from 'dependency-cruiser'
import { screenFolders } from './freshness.mjs'
import { root } from './root.mjs'

/**
 * The layer check: `node scripts/layers.mjs [folder]`. The rules are .dependency-cruiser.mjs of this project; the
 * folder is another tree of the same shape, for the check's own test.
 */
const folder = resolve(process.argv[2] ?? root)
process.chdir(folder)

/**
 * The cruiser asks swc for TypeScript without JSX, and walks the answer with a visitor that does not know all of
 * today's syntax (`using`). It gets every file with JSX where the name says so, and of each only what it imports.
 */
const parseFile = swc.parseFileSync
swc.parseFileSync = (file, options) => {
  const module = parseFile(file, { ...options, tsx: file.endsWith('.tsx') })
  return { ...module, body: [...importsIn(module)] }
}

const { default: rules } = await import('../.dependency-cruiser.mjs')
const { forbidden, options } = rules

const sources = ['server', 'drivers', ...screenFolders].flatMap((name) => typescriptUnder(name))
const { output } = await cruise(sources, { ...options, ruleSet: { forbidden, options }, validate: true })

const violations = output.summary.violations.map(({ rule, from, to }) => `${from} → ${to}   (${rule.name})`)
for (const line of violations) console.error(line)

/**
 * Without its parser the cruiser reads nothing and finds nothing wrong, so what it read is counted against the disk.
 */
const cruised = new Set(output.modules.map(({ source }) => source))
const unread = sources.filter((source) => !cruised.has(source))
const imports = output.modules.reduce((sum, { dependencies }) => sum + dependencies.length, 0)
const isBlind = sources.length === 0 || unread.length > sources.length / 10 || imports < sources.length / 2
if (isBlind) console.error(`read ${sources.length - unread.length} of ${sources.length} modules, ${imports} imports`)

if (violations.length > 0 || isBlind) process.exitCode = 1
else console.log(`${sources.length} modules, ${imports} imports`)

function typescriptUnder(name) {
  let entries
  try {
    entries = readdirSync(join(folder, name), { recursive: true })
  } catch {
    return []
  }
  return entries.filter((entry) => /\.tsx?$/.test(entry) && !entry.endsWith('.d.ts')).map((entry) => `${name}/${entry}`)
}

/** Every import of a module as a statement: static ones and re-exports as they are, `import()` in code and in types. */
function* importsIn(node) {
  if (Array.isArray(node)) for (const part of node) yield* importsIn(part)
  else if (node && typeof node === 'object') {
    if (isStaticImport(node)) yield node
    else if (node.type === 'CallExpression' && node.callee.type === 'Import') yield asStatement(node, node.arguments[0])
    else if (node.type === 'TsImportType') yield asStatement(node, { expression: node.argument })
    for (const part of Object.values(node)) yield* importsIn(part)
  }
}

function isStaticImport({ type, source }) {
  return ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration'].includes(type) && Boolean(source)
}

function asStatement({ span }, argument) {
  const expression = { type: 'CallExpression', span, callee: { type: 'Import', span }, arguments: [argument] }
  return { type: 'ExpressionStatement', span, expression }
}
