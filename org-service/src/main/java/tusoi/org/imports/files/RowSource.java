package tusoi.org.imports.files;

import java.io.IOException;
import java.util.List;

/** A file's rows, the first one the names of the columns, one at a time. */
public interface RowSource {
    /** Takes a row as it comes; numbers are those a spreadsheet shows, from 1. */
    interface Sink {
        void row(int number, List<String> cells) throws IOException;
    }

    /** Rows without any text are left out. A 400 problem where the file cannot be read. */
    void forEach(Sink sink) throws IOException;
}
