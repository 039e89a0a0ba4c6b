import { reopening } from '../database/reopening.ts';
import { openTrackStore, type TrackStore, type TrackStorePorts } from './track-store.ts';

type LastingTrackPorts = TrackStorePorts & Required<Pick<TrackStorePorts, 'notify'>>;

/** The kept music, opened anew when its folder has been taken away. @throws StoreError  (as a rejection) */
export const lastingTrackStore = async (ports: LastingTrackPorts): Promise<TrackStore> => {
  const open = () => openTrackStore(ports);
  const { use, latest, close } = await reopening({ open, notify: ports.notify, called: 'kept music' });
  return {
    put: (id, bytes) => use((it) => it.put(id, bytes)),
    append: (piece, bytes) => use((it) => it.append(piece, bytes)),
    received: (id) => use((it) => it.received(id)),
    describe: (id, about) => use((it) => it.describe(id, about)),
    list: () => use((it) => it.list()),
    read: (id) => use((it) => it.read(id)),
    delete: (id) => use((it) => it.delete(id)),
    isErased: () => latest().isErased(),
    opening: () => latest().opening(),
    check: () => use((it) => it.check()),
    close,
  };
};
