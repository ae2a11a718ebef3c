import { newId } from '#platform/crypto/id.ts'
import { openCareScene, type CareScene } from '#modules/care/commands/steps/sample-scene.ts'
import { testRequest } from '#tests/city/open.ts'
import type { PersonName } from '#tests/city/people.ts'
import type { Enrolment, LetterAnswer, WrittenLetter } from '../../contract.ts'
import { sealLetter } from '../../contract/sealing.ts'
import { enrolDevice } from '../enrol-device.ts'
import { sendSealed } from '../send-sealed.ts'

/** A visit as tests write it on a phone: everything but the case has a usual value. */
type SampleVisit = { caseId: string } & Partial<Extract<WrittenLetter, { kind: 'visit' }>['body']>
type Sent = Parameters<typeof sendSealed>[1]
type SentAnswer = Awaited<ReturnType<typeof sendSealed>>['items'][number]

/** A city with a volunteer who has a phone. The clock stands at 16 March 2026. */
export type PhoneScene = CareScene & {
  /** 吴老师, volunteer of 东街镇. */
  wu: string
  enrol(by?: PersonName): Promise<Enrolment>
  /** A case of a new child whom 吴老师 visits. */
  paired(name: string, pairing?: Parameters<CareScene['pair']>[2]): Promise<{ caseId: string; childId: string; pairingId: string }>
  /** A visit on the phone, sealed. */
  write(phone: Enrolment, visit: SampleVisit,
    options?: { itemId?: string; writtenAt?: string; secret?: string; deviceId?: string }): Promise<Sent['items'][number]>
  seal(phone: Enrolment, letter: Pick<WrittenLetter, 'kind' | 'body'>, options?: { itemId?: string; writtenAt?: string }): Promise<Sent['items'][number]>
  /** Sends as a phone does, without a session. */
  send(items: Sent['items'], phoneNow?: string): Promise<SentAnswer[]>
  sendOne(item: Sent['items'][number], phoneNow?: string): Promise<LetterAnswer>
  visitsOf(caseId: string): Promise<number>
}

/** Moment of writing unless a test says otherwise: the day before the clock's. */
const usualMoment = '2026-03-15T15:00:00+08:00'

/** Opens the scene; close it like a test city. */
export async function openPhoneScene(): Promise<PhoneScene> {
  const scene = await openCareScene()
  const wu = await scene.volunteer({ name: '吴老师', unit: '99010010001', account: '吴老师', capacity: 20 })
  const seal: PhoneScene['seal'] = (phone, letter, { itemId = newId(), writtenAt = usualMoment } = {}) => sealLetter(phone.sealingKey, {
    itemId, letter: { ...letter, deviceId: phone.deviceId, deviceSecret: phone.deviceSecret, writtenAt: new Date(writtenAt).toISOString() },
  })
  const send: PhoneScene['send'] = async (items, phoneNow) => {
    const { pool, clock, installation } = scene.ground
    const context = { pool, request: { ...testRequest(), address: newId() }, now: clock.now(), today: clock.today(), installation }
    return (await sendSealed(context, { items, ...(phoneNow === undefined ? {} : { phoneNow }) })).items
  }
  return {
    ...scene, wu, seal, send,
    enrol: (by = '吴老师') => scene.as(by, (context) => enrolDevice(context, { name: '老人机', platform: 'Android 手机' })),
    paired: async (name, pairing = {}) => {
      const { id, childId } = await scene.open(name)
      return { caseId: id, childId, pairingId: (await scene.pair(id, wu, pairing)).id }
    },
    write: (phone, visit, { secret, deviceId, ...options } = {}) => seal(
      { ...phone, deviceSecret: secret ?? phone.deviceSecret, deviceId: deviceId ?? phone.deviceId },
      { kind: 'visit', body: { madeOn: '2026-03-15', medium: 'home', minutes: 30, outcome: 'made', note: '', known: { caseVersion: 1,
        unitCode: '990100100010001' },
        ...visit } }, options),
    sendOne: async (item, phoneNow) => {
      const [answer] = await send([item], phoneNow)
      if (answer === undefined) throw new Error('a letter was not answered')
      return answer
    },
    visitsOf: async (caseId) => (await scene.owner.query('select 1 from care.visits where case_id = $1 and voided_at is null', [caseId])).rowCount ?? 0,
  }
}
