export { type ReadCell, type ReadSheet, sheetsOf, WorkbookUnreadable } from './reading.js';
export { WorkbookTooLarge, workbookOf, workbookType, type WorkbookColumn } from './workbook.js';
