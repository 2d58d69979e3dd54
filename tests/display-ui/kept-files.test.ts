import { createKeptFiles, type FetchFile } from '../../display-ui/use-kept-files.ts'

/** A hub that gives a file when it is told to; `held` are the files that this screen keeps. */
function openHub() {
  const asked: { url: string; give: () => Promise<void>; fail: () => Promise<void> }[] = []
  const held = new Set<string>()
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
  const fetchFile: FetchFile = (url) =>
    new Promise((resolve, reject) => {
      const give = () => {
        held.add(url)
        resolve({ src: `blob:${url}`, release: () => void held.delete(url) })
        return settled()
      }
      const fail = () => {
        reject(new Error('away'))
        return settled()
      }
      asked.push({ url, give, fail })
    })
  let shown: string[] = []
  const missing: string[] = []
  const files = createKeptFiles(
    fetchFile,
    (kept) => {
      shown = [...kept.keys()]
    },
    (url) => void missing.push(url),
  )
  return { files, asked, held, missing, shown: () => shown }
}

test('a file that was on its way when the list changed is shown when it is here', async () => {
  const { files, asked, shown } = openHub()
  files.want(['/a'])
  files.want(['/a', '/b'])
  await asked[0]?.give()
  expect(shown()).toEqual(['/a'])
  await asked[1]?.give()
  expect([shown(), asked.length]).toEqual([['/a', '/b'], 2])
})

test('a file that nobody wants any more gives its room back, also when it comes later', async () => {
  const { files, asked, held, shown } = openHub()
  files.want(['/a', '/b'])
  await asked[0]?.give()
  files.want([])
  expect([shown(), [...held]]).toEqual([[], []])
  await asked[1]?.give()
  expect([shown(), [...held]]).toEqual([[], []])
  files.want(['/b'])
  await asked[2]?.give()
  files.close()
  expect([...held]).toEqual([])
})

test('a file that did not come is told, and asked for again by and by', async () => {
  const { files, asked, missing, shown } = openHub()
  files.want(['/a'])
  await asked[0]?.fail()
  expect(missing).toEqual(['/a'])
  files.fetchMissing()
  await asked[1]?.give()
  expect(shown()).toEqual(['/a'])
})
