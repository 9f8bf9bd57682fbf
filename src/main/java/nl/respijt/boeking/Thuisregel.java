package nl.respijt.boeking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.respijt.boeking.Thuisvraag.Voor;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.mantelzorger.MantelzorgerId;
import org.jdbi.v3.core.Handle;

/** What is particular to a booking of care at home, in the transaction of the booking; a bean of that feature. */
public interface Thuisregel {
    /** Whether somebody may have this visit, and whether the provider has to confirm it. */
    sealed interface Toets {
        record Mag(Boeking.Status status) implements Toets {}

        record MagNiet(BoekResultaat waarom) implements Toets {}
    }

    /** Why a visit cannot move to a moment. */
    enum Bezwaar {
        /** Who comes there does not come for such a household, to that wijk or for that provider. */
        PAST_NIET,
        /** Somebody else comes to this household then. */
        AL_GEBOEKT,
        /** This household had all the dagdelen of that year. */
        TEGOED_OP
    }

    /** What a carer sees of a visit: the first name of who comes, and until when a first request is answered. */
    record Stand(String medewerker, Optional<Instant> bevestigenVoor) {}

    /** A day of a series on which nobody comes; {@code reden} is the word of the API and the bundles. */
    record Gemist(LocalDate datum, String reden) {}

    /** The first name of who comes at this moment of care at home. */
    String wieKomt(Moment moment);

    /** What could not be had of a series, for who has just asked for it with that form. */
    List<Gemist> gemist(UUID reeks, String formulier);

    /** Of a boeking of care at home; empty for any other. */
    Optional<Stand> stand(Boeking boeking);

    /** Whether somebody can come to the home during this outing of the carer. */
    boolean kanErbij(Boeking boeking);

    /** For whom somebody comes at this moment of care at home. */
    Set<Voor> voorWie(Moment moment);

    /** What who comes at this moment of care at home can do. */
    Set<Vaardigheid> kan(Moment moment);

    /** The nearest visits that fit what was asked with a boeking of care at home, of who can do what is needed. */
    List<Moment> alternatieven(Boeking boeking);

    /**
     * Before the place is taken, while these people are held.
     *
     * @param wie may be somebody we do not know yet
     * @param bekenden whoever these contacts may be
     */
    Toets toets(
            Handle handle,
            BoekVerzoek verzoek,
            Thuisvraag vraag,
            Moment moment,
            MantelzorgerId wie,
            List<UUID> bekenden,
            Instant nu);

    /** What this person still may have in the year of that moment of care at home; empty where there is no limit. */
    Optional<Tegoed> tegoed(MantelzorgerId wie, Moment moment);

    /** Before a visit moves there, while the person and both moments are held; empty when it may. */
    Optional<Bezwaar> bezwaar(Handle handle, Boeking boeking, Moment naar);

    /** Whether the provider said yes to this visit, or needs not; what lapsed without an answer never had one. */
    boolean isToegezegd(Handle handle, Boeking boeking);

    /** The provider still has to say yes, and there is another moment to say it of: its time begins anew. */
    void vraagtOpnieuw(Handle handle, Boeking boeking, Instant nu);

    /** What a visit can move to before that time, at each time the same worker where that can be; the first one first. */
    List<Moment> keuzes(Boeking boeking, Instant tot);

    /** Tells the carer and the provider that these visits of one series were cancelled, all of them in one message. */
    void meldAfgezegd(Handle handle, List<Boeking> boekingen, Instant nu);

    /** Tells the provider that the carer cancelled or moved this visit; {@code boeking} is as it is now. */
    void meldAanbieder(Handle handle, Boeking boeking, Instant nu);

    /** Tells the provider that a first request waits, and the makelaar when it is not answered in time. */
    void meldVraag(Handle handle, BoekingId id, Moment moment, Instant nu);

    /** Keeps what belongs to the visit; the place is theirs. */
    void bewaar(
            Handle handle,
            BoekingId id,
            Thuisvraag vraag,
            Moment moment,
            MantelzorgerId wie,
            Boeking.Status status,
            Instant nu);
}
