import { defineModule } from '#platform/http/module.ts'
import { acceptArrival } from './commands/accept-arrival.ts'
import { cutOffDevice } from './commands/cut-off-device.ts'
import { enrolDevice } from './commands/enrol-device.ts'
import { renewDay } from './commands/renew-day.ts'
import { getPhoneGuide, filePhoneReport } from './commands/file-phone-report.ts'
import { sendSealed } from './commands/send-sealed.ts'
import { setAsideArrival } from './commands/set-aside-arrival.ts'
import { phoneContract } from './contract.ts'
import { openVisitFile } from './exchange/open-visit-file.ts'
import { clearLetters } from './jobs/clear-letters.ts'
import { followTransferredChild } from './jobs/follow-transferred-child.ts'
import { forgetErasedChild } from './jobs/forget-erased-child.ts'
import { rotateSealingKey } from './jobs/rotate-sealing-key.ts'
import { tellOfficeOfArrival } from './jobs/tell-office-of-arrival.ts'
import { getDeviceState } from './queries/get-device-state.ts'
import { getDay } from './queries/get-day.ts'
import { getOutcomes } from './queries/get-outcomes.ts'
import { listArrivals } from './queries/list-arrivals.ts'
import { listDevices } from './queries/list-devices.ts'
import { listMyDevices } from './queries/list-my-devices.ts'
import { listVisitFiles } from './queries/list-visit-files.ts'
import { openArrival } from './queries/open-arrival.ts'

/** 手机页, as apps/ assemble it. */
export const phoneModule = defineModule({
  name: 'phone',
  contract: phoneContract,
  operations: {
    enrolDevice, getDay, renewDay: { anonymously: renewDay }, getPhoneGuide: { anonymously: getPhoneGuide },
    filePhoneReport: { anonymously: filePhoneReport },
    getDeviceState: { anonymously: getDeviceState }, getOutcomes, listMyDevices, listDevices,
    cutOffDevice, sendSealed: { anonymously: sendSealed }, listArrivals, openArrival, acceptArrival, setAsideArrival, listVisitFiles,
  },
  downloads: [openVisitFile],
  jobs: [rotateSealingKey, clearLetters, forgetErasedChild, followTransferredChild, tellOfficeOfArrival],
})
