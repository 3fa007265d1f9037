import {
  EpochRepository,
  MeasureRepository,
  PackPdfRepository,
  PackRepository,
  SharedFigureRepository,
} from '#persistence/monitoring';
import { EpochClient } from '#temporal';
import { fromParts, repositories, type Subject } from '../kernel/parts.js';
import { EpochController } from './epoch.controller.js';
import { ExactController } from './exact.controller.js';
import { ExactService } from './exact.service.js';
import { PagePrinter } from './packs/chromium.js';
import { PackPress } from './packs/pack-press.js';
import { PackWriter } from './packs/pack-writer.js';
import { PackController } from './packs/pack.controller.js';
import { PackService } from './packs/pack.service.js';
import { PublicController } from './public.controller.js';
import { PublishedController } from './published.controller.js';
import { PublishedService } from './published.service.js';
import { SharedFigureController } from './shared-figures/shared-figure.controller.js';
import { SharedFigureService } from './shared-figures/shared-figure.service.js';

/** Figures: exact for those who may read the rows, published for everybody, and on paper. */
export const monitoring: Subject = {
  controllers: [
    EpochController,
    ExactController,
    PackController,
    PublicController,
    PublishedController,
    SharedFigureController,
  ],
  providers: [
    ...repositories(EpochRepository, MeasureRepository, PackPdfRepository, PackRepository, SharedFigureRepository),
    fromParts(EpochClient, ({ epochs }) => epochs),
    fromParts(PagePrinter, ({ chromium }) => new PagePrinter(chromium)),
    ExactService,
    PackPress,
    PackService,
    PackWriter,
    PublishedService,
    SharedFigureService,
  ],
};
