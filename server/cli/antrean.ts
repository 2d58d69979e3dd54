import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { backupFolder, exportFolder, importSite, verifyFolder } from '../maintenance.ts'
import { runHub } from '../run.ts'
import { deviceCommand } from './device.ts'
import { deviceHostCommand } from './device-host.ts'
import { doctorCommand } from './doctor.ts'
import { simulateCommand } from './simulate.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string) => {
  process.stderr.write(`${line}\n`)
  process.exitCode = 1
}

const program = new Command('antrean').description('Queue and counters of a Mal Pelayanan Publik.')
const dataOption = ['--data <folder>', 'data folder', process.env.DATA_DIR ?? './data'] as const

program
  .command('start')
  .description('start the hub of a production site')
  .action(async () => {
    process.exitCode = await runHub({ environment: process.env, root, demo: false })
  })

program
  .command('import')
  .description('check a site package, show what it changes, and put it in force')
  .argument('<file>', 'site package (JSON)')
  .option(...dataOption)
  .option('--check', 'only check and compare; change nothing', false)
  .action(async (file: string, { data, check }: { data: string; check: boolean }) => {
    const imported = await importSite(folder(data), file, check)
    if ('mistakes' in imported) {
      complain(`${file}: ${imported.mistakes.length} mistakes, nothing was changed`)
      for (const { line, column, path, code, message } of imported.mistakes) {
        process.stderr.write(`  ${line}:${column}  ${path}${code ? ` (${code})` : ''}  ${message.en}\n`)
      }
      return
    }
    for (const { kind, code, change, parts } of imported.differences) {
      say(`${change.padEnd(8)} ${kind} ${code}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`)
    }
    say(
      imported.isApplied
        ? `The building ${imported.site} is in force.`
        : `${file} has no mistakes. Nothing was changed.`,
    )
  })

program
  .command('export')
  .description('write the building of a data folder as a site package')
  .argument('<file>', 'where to write it')
  .option(...dataOption)
  .action(async (file: string, { data }: { data: string }) => {
    await exportFolder(existing(data), file)
    say(`The building was written to ${resolve(file)}.`)
  })

program
  .command('backup')
  .description('write a consistent copy of the database')
  .argument('<file>', 'where to write it')
  .option(...dataOption)
  .action(async (file: string, { data }: { data: string }) => {
    await backupFolder(existing(data), resolve(file))
    say(`The copy is ${resolve(file)}.`)
  })

program
  .command('verify')
  .description('check the hash chain of the whole journal')
  .option(...dataOption)
  .action(async ({ data }: { data: string }) => {
    const { events, brokenAt } = await verifyFolder(existing(data))
    if (brokenAt === null) say(`${events} events, the chain is whole.`)
    else
      complain(
        `The journal is not whole: event ${brokenAt} is missing or was changed. The ${events} before it are good.`,
      )
  })

deviceCommand(program, { folder: existing, dataDir: process.env.DATA_DIR ?? './data', say })
simulateCommand(program, root, process.env.DATA_DIR ?? './data')
deviceHostCommand(program, root, say)
doctorCommand(program, root, process.env, say)

const folder = (dataDir: string) => ({ dataDir: resolve(dataDir), root })

function existing(dataDir: string) {
  if (!existsSync(join(resolve(dataDir), 'antrean.sqlite'))) throw new Error(`There is no site in ${resolve(dataDir)}.`)
  return folder(dataDir)
}

try {
  await program.parseAsync()
} catch (error) {
  const isInUse = error instanceof Error && error.name === 'FolderInUse'
  complain(
    isInUse
      ? 'A hub is running on this data folder. Stop it first.'
      : error instanceof Error
        ? error.message
        : String(error),
  )
}
