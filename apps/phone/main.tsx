import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeHouse } from './house.ts'
import { indexedStore } from './keeping/indexed-store.ts'
import { memoryStore } from './keeping/store.ts'
import { PhonePage } from './PhonePage.tsx'
import { start } from './steps/start.ts'
import './styles/phone.css'

const room = document.getElementById('root')
if (!room) throw new Error('index.html has no #root')

// Without a certificate a browser has neither keys nor a worker; without a store nothing may be written.
const store = window.isSecureContext ? await indexedStore().catch(() => undefined) : undefined
const house = makeHouse(store ?? memoryStore())
createRoot(room).render(<StrictMode><PhonePage house={house} /></StrictMode>)

if (store === undefined || !('serviceWorker' in navigator)) house.change({ stage: 'unfit' })
else {
  void navigator.serviceWorker.register('/m/worker.js', { scope: '/m' })
  await start(house)
}
