package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.mantelzorger.Overdracht;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import org.jdbi.v3.core.Handle;

/**
 * The handover sheet of a stay: for the house of that stay and no other, with consent, from when the bed was chosen until a
 * week after they left.
 */
@Singleton
public final class Overdrachten {
    /** The house may look something up still, to tell whoever takes over again. */
    static final int DAGEN_NA_VERTREK = 7;

    /** Of the words in which consent is asked; another text is another version. */
    static final int TEKSTVERSIE = 1;

    private final Transacties transacties;
    private final OverdrachtRepository overdrachten;
    private final Aanmeldingslot slot;
    private final LogeerbeurtRepository beurten;
    private final Verblijven verblijven;
    private final List<Overdrachtbron> bronnen;
    private final Verblijfpost post;
    private final Klok klok;

    Overdrachten(
            Transacties transacties,
            OverdrachtRepository overdrachten,
            Aanmeldingslot slot,
            LogeerbeurtRepository beurten,
            Verblijven verblijven,
            List<Overdrachtbron> bronnen,
            Verblijfpost post,
            Klok klok) {
        this.transacties = transacties;
        this.overdrachten = overdrachten;
        this.slot = slot;
        this.beurten = beurten;
        this.verblijven = verblijven;
        this.bronnen = List.copyOf(bronnen);
        this.post = post;
        this.klok = klok;
    }

    /** Of this stay; empty when there is none. */
    public Optional<Overdracht> van(UUID aanmelding) {
        return transacties.lees(handle -> overdrachten.find(handle, aanmelding));
    }

    /**
     * What they wrote before, for an earlier stay or in another place. Only for who is signed in as this person: an address
     * that somebody filled in makes an intake theirs, and a key of that intake must not open what they told before.
     */
    public Optional<Overdracht> eerdere(MantelzorgerId wie) {
        return transacties.lees(handle -> overdrachten
                .laatste(handle, wie)
                .or(() -> bronnen.stream()
                        .flatMap(bron -> bron.van(handle, wie).stream())
                        .findFirst()));
    }

    /** For the house of this stay, as long as it may read it. */
    public Optional<Overdracht> voorHuis(UUID aanmelding, Aanmelding wie) {
        return verblijven.find(aanmelding, wie).filter(this::isTeLezen).flatMap(_ -> van(aanmelding));
    }

    /** Whether the house may read a sheet, and so whether there is a point in writing one. */
    public boolean isTeLezen(Logeerbeurt beurt) {
        return !beurt.nietGekomen() && !klok.vandaag().isAfter(beurt.vertrek().plusDays(DAGEN_NA_VERTREK));
    }

    /** With consent to the words as they are today. False when no house is to read it: nothing is chosen, or it is over. */
    public boolean legVast(UUID aanmelding, Overdracht overdracht, String door) {
        return transacties.schrijf(handle -> slot.neem(handle, aanmelding)
                .flatMap(wie -> beurten.find(handle, wie))
                .filter(this::isTeLezen)
                .map(beurt -> {
                    var nu = klok.instant();
                    overdrachten.zet(handle, beurt, overdracht, TEKSTVERSIE, nu);
                    stap(handle, aanmelding, "overdracht-gedeeld", door, nu);
                    return true;
                })
                .orElse(false));
    }

    /** Takes the consent back: what was written is gone, for the house too. */
    public void trekIn(UUID aanmelding, String door) {
        transacties.schrijf(handle -> slot.neem(handle, aanmelding)
                .filter(_ -> overdrachten.wis(handle, aanmelding))
                .map(_ -> stap(handle, aanmelding, "overdracht-ingetrokken", door, klok.instant())));
    }

    private UUID stap(Handle handle, UUID aanmelding, String wat, String door, Instant nu) {
        post.stap(handle, aanmelding, wat, door, nu);
        return aanmelding;
    }
}
