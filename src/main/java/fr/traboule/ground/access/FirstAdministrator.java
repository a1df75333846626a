package fr.traboule.ground.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.traboule.ground.database.SecretKey;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The very first account, of the administrator who sets the city up: for whoever has the key that the console shows. */
@Service
public class FirstAdministrator {

    private static final int KEY_LENGTH = 24;

    private final Accounts accounts;
    private final OpenAccount openAccount;
    private final String key;

    FirstAdministrator(Accounts accounts, OpenAccount openAccount, SecretKey secretKey) {
        this.accounts = accounts;
        this.openAccount = openAccount;
        key = HexFormat.of()
                .formatHex(secretKey.hash("first-administrator", ""))
                .substring(0, KEY_LENGTH);
    }

    /** As long as there is no account at all. */
    public Optional<String> key() {
        return accounts.any() ? Optional.empty() : Optional.of(key);
    }

    public boolean isOpenTo(String typed) {
        return !accounts.any() && MessageDigest.isEqual(typed.getBytes(UTF_8), key.getBytes(UTF_8));
    }

    /** Refused as soon as there is another account: two people with the key cannot both be first. */
    @Transactional
    public OpenAccount.Outcome create(String email, String name, String password) {
        accounts.lock();
        return accounts.any()
                ? new OpenAccount.AddressTaken()
                : openAccount.open(new OpenAccount.NewAccount(email, name, password, Set.of(Role.ADMINISTRATOR)));
    }
}
