package nl.respijt.toegang;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.util.Base64;
import java.util.UUID;
import nl.respijt.kluis.Sha256;

/**
 * One go at signing in, bound to the browser that began it: that one keeps {@code koek}, and all that the provider is to
 * give back, or to be shown later, follows from it. From state and nonce, which travel in addresses, nobody finds the
 * cookie or the verifier.
 */
record OidcPoging(UUID id, String koek) {
    State state() {
        return new State(afgeleid("state"));
    }

    Nonce nonce() {
        return new Nonce(afgeleid("nonce"));
    }

    CodeVerifier verifier() {
        return new CodeVerifier(afgeleid("verifier"));
    }

    private String afgeleid(String doel) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.van(doel + ":" + koek));
    }
}
