package dev.nara.data.read.database;

import dev.nara.data.DataException;
import dev.nara.data.InputFile;
import dev.nara.data.PrivateFiles;
import dev.nara.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The user and the password for a database. Never stored. */
public final class Login {
    private final String user;
    private final @Nullable String password;
    private final Supplier<@Nullable String> prompt;

    /**
     * A login from its parts.
     *
     * @param user "" for the one in the address, or the default one
     * @param password null if not known yet
     * @param prompt asks the user for the password; returns null if that is not possible
     */
    public Login(String user, @Nullable String password, Supplier<@Nullable String> prompt) {
        this.user = user;
        this.password = password;
        this.prompt = prompt;
    }

    /** The password in the first line of a file, which other users must not be able to read. */
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

    /** A copy with the password that the user was asked for; null if that is not possible. */
    @Nullable
    Login asked() {
        String typed = prompt.get();
        return typed == null ? null : new Login(user, typed, prompt);
    }
}
