package dev.nara.data.read.database;

import dev.nara.data.DataException;
import dev.nara.data.InputFile;
import dev.nara.data.PrivateFiles;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who asks a database. Nothing of it is written anywhere. */
public final class Login {
    private final String user;
    private final @Nullable String password;
    private final Supplier<@Nullable String> prompt;

    /**
     * The parts.
     *
     * @param user "" for the one that the address names, or the usual one
     * @param password null where it is not known yet
     * @param prompt asks for the password; null where nobody can be asked
     */
    public Login(String user, @Nullable String password, Supplier<@Nullable String> prompt) {
        this.user = user;
        this.password = password;
        this.prompt = prompt;
    }

    /** The password in the first line of a file, which others may not read. */
    public static String password(Path file) throws DataException {
        try {
            if (PrivateFiles.isOpen(file)) {
                throw new DataException(file, Text.of("data.database.open"), Text.of("data.database.open.remedy"));
            }
            return InputFile.text(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw DataException.unreadable(file, e);
        }
    }

    String user() {
        return user;
    }

    @Nullable
    String password() {
        return password;
    }

    /** The same with a password that somebody was asked for; null where nobody could be. */
    @Nullable
    Login asked() {
        String typed = prompt.get();
        return typed == null ? null : new Login(user, typed, prompt);
    }
}
