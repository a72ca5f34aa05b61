/**
 * Tables as files: CSV and XLSX to reckon with, DOCX and PDF to print, in the layout of a party committee's papers. Every writer takes one row
 * at a time and keeps none, so that a table of a nation needs no more memory than one of a ward.
 */
@NullMarked
package tusoi.reporting.exports;

import org.jspecify.annotations.NullMarked;
