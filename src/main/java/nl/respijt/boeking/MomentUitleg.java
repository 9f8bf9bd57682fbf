package nl.respijt.boeking;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.respijt.web.Teksten;

/**
 * What a public page may say of moments whose own words say nothing: a feature gives a bean of this for its soort. Never
 * asked for what leaves the login.
 */
public interface MomentUitleg {
    Soort soort();

    /** By the id of whose moment it is; what nobody may find is not in it. */
    Map<UUID, Wie> van(Set<UUID> bronnen, Teksten t);

    /**
     * Whose moment it is.
     *
     * @param voorWie for whom, in plain words of the language that was asked for
     * @param pad its own page
     */
    record Wie(String voorWie, boolean alleenVrouwen, String pad) {}
}
