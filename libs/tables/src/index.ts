export { WorkbookTooLarge, workbookOf, workbookType, type WorkbookColumn } from './workbook.js';
