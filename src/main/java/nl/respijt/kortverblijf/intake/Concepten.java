package nl.respijt.kortverblijf.intake;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.bericht.Kanaal;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.bericht.Postvak;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.Reeksen;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.AanmeldResultaat;
import nl.respijt.kortverblijf.Aanmeldingen;
import nl.respijt.kortverblijf.Intake;
import nl.respijt.kortverblijf.Regel;
import nl.respijt.kortverblijf.Verblijfsaanmelding;
import nl.respijt.kortverblijf.intake.Concept.Weg;
import nl.respijt.kortverblijf.intake.ConceptRepository.Gevonden;
import nl.respijt.mantelzorger.ContactLezer;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.mantelzorger.Toestemmingen;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.InlogLimiet;
import nl.respijt.toegang.Sleutels;
import nl.respijt.web.EmailAdres;
import nl.respijt.web.Taal;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Intakes that were begun: answered question by question, found again, sent once, and gone when nobody goes on with them. */
@Singleton
public final class Concepten {
    private static final Logger LOG = LoggerFactory.getLogger(Concepten.class);

    /** So long after the last answer it lapses. */
    static final Duration BEWAARD = Duration.ofDays(30);

    /** What a key of a concept leads to. */
    public sealed interface Stand {
        record Open(Concept concept) implements Stand {}

        record Verstuurd(UUID aanmelding) implements Stand {}

        /** Lapsed, or thrown away. */
        record Weg() implements Stand {}
    }

    /** What can come of sending it. */
    public sealed interface VerstuurResultaat {
        /** Sending twice is sending once. */
        record Verstuurd(UUID aanmelding) implements VerstuurResultaat {}

        /** This question waits for an answer first. */
        record Onvolledig(Stap stap) implements VerstuurResultaat {}

        /** Somebody answered a question again since it was read: look at it first. */
        record Veranderd() implements VerstuurResultaat {}

        /** The day of arrival went by since it was answered. */
        record NachtenVoorbij() implements VerstuurResultaat {}

        record AndereWeg() implements VerstuurResultaat {}

        record TeVeelOpen() implements VerstuurResultaat {}

        record NogBezig() implements VerstuurResultaat {}

        record Weg() implements VerstuurResultaat {}
    }

    /** What can come of asking for the link by mail. */
    public enum MailResultaat {
        GEMAILD,
        /** There were some a short while ago, or too many from where this was asked; we pester nobody. */
        AL_GEMAILD,
        GEEN_ADRES
    }

    private final Transacties transacties;
    private final ConceptRepository concepten;
    private final Aanmeldingen aanmeldingen;
    private final Reeksen personen;
    private final Toestemmingen toestemmingen;
    private final Sleutels stempels;
    private final InlogLimiet limiet;
    private final Postvak postvak;
    private final Klok klok;

    Concepten(
            Transacties transacties,
            ConceptRepository concepten,
            Aanmeldingen aanmeldingen,
            Reeksen personen,
            Toestemmingen toestemmingen,
            Sleutels stempels,
            InlogLimiet limiet,
            Postvak postvak,
            Klok klok) {
        this.transacties = transacties;
        this.concepten = concepten;
        this.aanmeldingen = aanmeldingen;
        this.personen = personen;
        this.toestemmingen = toestemmingen;
        this.stempels = stempels;
        this.limiet = limiet;
        this.postvak = postvak;
        this.klok = klok;
    }

    public Stand find(UUID id) {
        return transacties.lees(handle -> concepten.find(handle, id));
    }

    /** What one person began, signed in, and did not send, the newest first. */
    public List<Concept> van(MantelzorgerId wie) {
        return transacties.lees(handle -> concepten.van(handle, wie));
    }

    /** For somebody of whom we know nothing. */
    Concept begin(Taal taal, String door) {
        return transacties.schrijf(handle -> onbekend(handle, taal, door));
    }

    private Concept onbekend(Handle handle, Taal taal, String door) {
        return bewaar(handle, nieuw(Optional.empty(), false, Map.of(), taal, door, false));
    }

    /** For a carer who is signed in: what we know of them they need not type. */
    Concept begin(MantelzorgerId wie, String naam, Taal taal) {
        return transacties.schrijf(handle -> {
            if (!personen.houd(handle, wie)) {
                return onbekend(handle, taal, BoekVerzoek.DOOR_MANTELZORGER);
            }
            var bekend = new HashMap<>(concepten.bereiken(handle, wie));
            bekend.put("naam", naam);
            return bewaar(handle, nieuw(Optional.of(wie), true, bekend, taal, BoekVerzoek.DOOR_MANTELZORGER, false));
        });
    }

    /**
     * With the answers of then, so that only when and how soon are asked again; empty once those were wiped.
     *
     * @param ingelogd the carer who is signed in
     */
    Optional<Concept> opnieuw(Verblijfsaanmelding eerder, String door, Optional<MantelzorgerId> ingelogd) {
        var wie = eerder.mantelzorger();
        return aanmeldingen
                .intake(eerder.id())
                .flatMap(intake -> transacties.schrijf(handle -> Optional.of(wie)
                        .filter(een -> personen.houd(handle, een))
                        .map(_ -> bewaar(
                                handle,
                                nieuw(
                                        Optional.of(wie),
                                        ingelogd.filter(wie::equals).isPresent(),
                                        antwoorden(eerder, intake),
                                        eerder.taal(),
                                        door,
                                        true)))));
    }

    private Concept nieuw(
            Optional<MantelzorgerId> wie,
            boolean zelf,
            Map<String, String> antwoorden,
            Taal taal,
            String door,
            boolean opnieuw) {
        var nu = klok.instant();
        return new Concept(
                Id.nieuw(nu),
                ConceptSleutels.nieuweCode(),
                wie,
                zelf,
                antwoorden,
                taal,
                door,
                opnieuw,
                Optional.empty(),
                nu);
    }

    private Concept bewaar(Handle handle, Concept concept) {
        concepten.insert(handle, concept);
        return concept;
    }

    private static Map<String, String> antwoorden(Verblijfsaanmelding eerder, Intake intake) {
        var antwoorden = new HashMap<String, String>();
        antwoorden.put("naam", eerder.naam());
        eerder.contact().email().ifPresent(email -> antwoorden.put("email", email));
        eerder.contact().telefoon().ifPresent(nummer -> antwoorden.put("telefoon", nummer));
        for (var vraag : Regel.vragen()) {
            antwoorden.put(vraag.woord(), intake.antwoord(vraag).orElse(Intake.WEET_NIET));
        }
        antwoorden.put(
                "besluit",
                switch (eerder.wmo()) {
                    case GEEN -> Intake.Wmo.GEEN.woord();
                    case GEVRAAGD, LOPEND -> Intake.Wmo.GEVRAAGD.woord();
                    case TOEGEKEND -> Intake.Wmo.TOEGEKEND.woord();
                    case AFGEWEZEN, WEET_NIET -> Intake.Wmo.WEET_NIET.woord();
                });
        eerder.wmoOver().ifPresent(nachten -> antwoorden.put("wmoNachten", Integer.toString(nachten)));
        var wensen = intake.wensen();
        wensen.wijk().ifPresent(wijk -> antwoorden.put("wijk", wijk));
        wensen.taal().ifPresent(taal -> antwoorden.put("gesproken", taal));
        zetAan(antwoorden, "eigenBadkamer", wensen.eigenBadkamer());
        zetAan(antwoorden, "mantelzorgerMee", wensen.mantelzorgerMee());
        zetAan(antwoorden, "proefnacht", wensen.proefnacht());
        wensen.opmerking().ifPresent(tekst -> antwoorden.put("opmerking", tekst));
        zetAan(antwoorden, "wensen", true);
        return antwoorden;
    }

    private static void zetAan(Map<String, String> antwoorden, String veld, boolean aan) {
        if (aan) {
            antwoorden.put(veld, Concept.JA);
        }
    }

    /**
     * Keeps what was answered on one page, in place of what was there.
     *
     * @param ingelogd the carer who is signed in; it is theirs once they say how to reach them
     */
    Stand bewaar(UUID id, Stap stap, Map<String, String> nieuw, Optional<MantelzorgerId> ingelogd) {
        var nu = klok.instant();
        var bewaard = transacties.schrijf(handle -> bewaar(handle, id, stap, nieuw, ingelogd, nu));
        bewaard.nieuweWeg().ifPresent(weg -> aanmeldingen.telDoorverwijzing(weg.woord()));
        return bewaard.stand();
    }

    /** How it is now, and the other road when this answer was the first to lead there. */
    private record Bewaard(Stand stand, Optional<Weg> nieuweWeg) {}

    private Bewaard bewaar(
            Handle handle,
            UUID id,
            Stap stap,
            Map<String, String> nieuw,
            Optional<MantelzorgerId> ingelogd,
            Instant nu) {
        // Who it is of is held before the concept is, as whoever forgets them does.
        var wie = ingelogd.filter(een -> stap == Stap.BEREIKEN && personen.houd(handle, een));
        if (!(concepten.metSlot(handle, id) instanceof Stand.Open(var concept))) {
            return new Bewaard(concepten.find(handle, id), Optional.empty());
        }
        var beantwoord = concept.met(stap, nieuw, nu)
                .in(Optional.ofNullable(nieuw.get("taal")).flatMap(Taal::van).orElse(concept.taal()));
        var wordt = wie.map(beantwoord::van).orElse(beantwoord);
        concepten.wordt(handle, wordt);
        return new Bewaard(
                new Stand.Open(wordt),
                wordt.andereWeg().filter(weg -> !concept.andereWeg().equals(Optional.of(weg))));
    }

    /**
     * Sends it, with the consent that it takes: it is an intake from then on, and nothing of what was told stays here.
     *
     * @param concept as it was read; nothing else is ever sent
     * @param taal of the page, in which the carer reads on
     */
    VerstuurResultaat verstuur(Concept concept, Taal taal, String door) {
        if (concept.andereWeg().isPresent()) {
            return new VerstuurResultaat.AndereWeg();
        }
        if (concept.open().isPresent()) {
            return new VerstuurResultaat.Onvolledig(concept.open().get());
        }
        if (isVoorbij(concept)) {
            return new VerstuurResultaat.NachtenVoorbij();
        }
        var verzoek = ConceptVerzoek.van(
                concept, stempels, door.equals(BoekVerzoek.DOOR_MANTELZORGER) ? taal : concept.taal(), door);
        AanmeldResultaat resultaat;
        try {
            resultaat = aanmeldingen.meldAan(
                    verzoek, concept.mantelzorger().filter(_ -> concept.zelf()), (handle, wie, aanmelding) -> {
                        if (!concepten.metSlot(handle, concept.id()).equals(new Stand.Open(concept))) {
                            throw new Achterhaald();
                        }
                        var nu = klok.instant();
                        toestemmingen.geef(handle, wie, Toestemmingen.Doel.LOGEREN, nu);
                        concepten.verstuurd(handle, concept, wie, aanmelding, nu);
                    });
        } catch (Achterhaald _) {
            return hoeHetNuStaat(concept, new VerstuurResultaat.Veranderd());
        }
        return switch (resultaat) {
            case AanmeldResultaat.Aangemeld(var antwoord) -> new VerstuurResultaat.Verstuurd(antwoord.id());
            case AanmeldResultaat.TeVeelOpen _ -> new VerstuurResultaat.TeVeelOpen();
            // Somebody else sent it at the same moment, with another answer: theirs holds.
            case AanmeldResultaat.AndereInhoud _ -> hoeHetNuStaat(concept, new VerstuurResultaat.NogBezig());
            case AanmeldResultaat.NogBezig _ -> new VerstuurResultaat.NogBezig();
        };
    }

    private VerstuurResultaat hoeHetNuStaat(Concept concept, VerstuurResultaat nogOpen) {
        return switch (find(concept.id())) {
            case Stand.Open _ -> nogOpen;
            case Stand.Verstuurd(var aanmelding) -> new VerstuurResultaat.Verstuurd(aanmelding);
            case Stand.Weg _ -> new VerstuurResultaat.Weg();
        };
    }

    /** What is being sent is not what is kept: nothing of the intake holds. */
    private static final class Achterhaald extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Whether the day of arrival lies behind us. */
    boolean isVoorbij(Concept concept) {
        return concept.verblijf()
                .filter(nachten -> nachten.van().isBefore(klok.vandaag()))
                .isPresent();
    }

    /** The link by mail, to the address that was typed. */
    MailResultaat mail(Concept concept, String netwerk) {
        var adres = concept.antwoord("email");
        if (adres.isEmpty()) {
            return MailResultaat.GEEN_ADRES;
        }
        if (!limiet.magMailen(netwerk, concept.id(), adres)) {
            return MailResultaat.AL_GEMAILD;
        }
        var nu = klok.instant();
        transacties.schrijf(handle -> {
            postvak.plaats(
                    handle,
                    List.of(new NieuwBericht(
                            ConceptBerichtMaker.KLAAR,
                            Kanaal.MAIL,
                            concept.id(),
                            (int) Duration.between(Instant.EPOCH, nu).toMinutes(),
                            "concept:" + concept.id(),
                            Map.of(),
                            nu)),
                    nu);
            return adres;
        });
        return MailResultaat.GEMAILD;
    }

    /** For the makelaar, who has somebody on the line. */
    Optional<UUID> metCode(String getypt) {
        return gevonden(getypt)
                .filter(een -> !(een.stand() instanceof Stand.Weg))
                .map(Gevonden::id);
    }

    /** For anybody else: only who knows the address or the number in it too. What was sent is opened by its own link. */
    Optional<UUID> metCode(String getypt, String contact) {
        return gevonden(getypt)
                .filter(een -> een.stand() instanceof Stand.Open(var concept) && isVan(concept, contact))
                .map(Gevonden::id);
    }

    private Optional<Gevonden> gevonden(String getypt) {
        return transacties.lees(handle -> concepten.metCode(handle, ConceptSleutels.code(getypt)));
    }

    private static boolean isVan(Concept concept, String contact) {
        var adres = EmailAdres.lees(contact.strip().toLowerCase(Locale.ROOT));
        var nummer = ContactLezer.telefoon(contact);
        return adres.filter(concept.antwoord("email")::equals).isPresent()
                || nummer.filter(concept.antwoord("telefoon")::equals).isPresent();
    }

    /** What they no longer want us to have. */
    void gooiWeg(UUID id) {
        transacties.schrijf(handle -> {
            if (concepten.metSlot(handle, id) instanceof Stand.Open) {
                concepten.wis(handle, id);
            }
            return id;
        });
    }

    /** Lets go of what nobody went on with. */
    public void laatVervallen() {
        var sinds = klok.instant().minus(BEWAARD);
        for (var id : transacties.lees(handle -> concepten.stil(handle, sinds))) {
            try {
                transacties.schrijf(handle -> concepten.vervalt(handle, id, sinds));
            } catch (RuntimeException fout) {
                // One that is held must not keep all others here.
                LOG.error("draft {} did not lapse", id, fout);
            }
        }
    }
}
