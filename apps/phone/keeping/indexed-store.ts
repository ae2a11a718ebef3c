import type { Store } from './store.ts'

const databaseName = 'xinhuo-phone'
const room = 'kept'

/** The store of this browser. Keys of the Web Cryptography API lie in it as they are: whoever reads it cannot take them out. */
export async function indexedStore(): Promise<Store> {
  const database = await open()
  const write = (work: (entries: IDBObjectStore) => void) => {
    const change = database.transaction(room, 'readwrite')
    work(change.objectStore(room))
    return finished(change)
  }
  const entries = () => database.transaction(room).objectStore(room)
  return {
    get: name => answerOf(entries().get(name)),
    put: values => write(into => {
      for (const [name, value] of Object.entries(values)) into.put(value, name)
    }),
    remove: names => write(from => {
      for (const name of names) from.delete(name)
    }),
    names: async beginning => (await answerOf(entries().getAllKeys(IDBKeyRange.bound(beginning, `${beginning}\uffff`)))).map(String),
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(databaseName, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(room))
  return answerOf(request)
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the store of the browser does not answer')))
  })
}

function finished(change: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    change.addEventListener('complete', () => resolve())
    change.addEventListener('abort', () => reject(change.error ?? new Error('the store of the browser kept nothing')))
  })
}
