package nl.respijt.boeking;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import nl.respijt.gemeente.Vaardigheid;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.mantelzorger.ContactLezer;
import nl.respijt.web.EmailAdres;
import nl.respijt.web.Taal;

/** A wish of somebody new, by mail, for one place; a test sets what its claim is about. */
public final class Proefwens {
    private final Moment moment;
    private String sleutel = "proef:" + UUID.randomUUID();
    private String naam = "Ans";
    private Optional<String> email = Optional.of(nieuwAdres());
    private Optional<String> telefoon = Optional.empty();
    private int personen = 1;
    private Taal taal = Taal.NL;
    private boolean iemandMee;
    private String door = BoekVerzoek.DOOR_MANTELZORGER;
    private Optional<Thuisvraag> thuis = Optional.empty();

    private Proefwens(Moment moment) {
        this.moment = moment;
    }

    public static Proefwens voor(Moment moment) {
        return new Proefwens(moment);
    }

    public static String nieuwAdres() {
        return "proef-%s@voorbeeld.example".formatted(UUID.randomUUID());
    }

    public static String nieuwNummer() {
        return "061%07d".formatted(ThreadLocalRandom.current().nextInt(10_000_000));
    }

    public Proefwens sleutel(String waarde) {
        sleutel = waarde;
        return this;
    }

    public Proefwens naam(String waarde) {
        naam = waarde;
        return this;
    }

    /** As somebody types it, and no phone number. */
    public Proefwens email(String getypt) {
        email = Optional.of(EmailAdres.lees(getypt).orElseThrow());
        telefoon = Optional.empty();
        return this;
    }

    /** As somebody types it, and no e-mail address. */
    public Proefwens telefoon(String getypt) {
        email = Optional.empty();
        telefoon = Optional.of(ContactLezer.telefoon(getypt).orElseThrow());
        return this;
    }

    public Proefwens emailEnTelefoon(String adres, String nummer) {
        telefoon(nummer);
        email = Optional.of(EmailAdres.lees(adres).orElseThrow());
        return this;
    }

    public Proefwens personen(int aantal) {
        personen = aantal;
        return this;
    }

    public Proefwens taal(Taal waarde) {
        taal = waarde;
        return this;
    }

    public Proefwens iemandMee() {
        iemandMee = true;
        return this;
    }

    /** Booked by this member of staff for them. */
    public Proefwens door(String makelaar) {
        door = makelaar;
        return this;
    }

    /** At this address in Utrecht. */
    public Proefwens thuis(Thuisvraag.Voor voor, String adres) {
        thuis = Optional.of(new Thuisvraag(voor, adres, "3582 AB", "De sleutel hangt bij de buren."));
        return this;
    }

    /** The same, and who comes has to be able to do this. */
    public Proefwens nodig(Vaardigheid... wat) {
        thuis = thuis.map(
                vraag -> new Thuisvraag(vraag.voor(), vraag.adres(), vraag.postcode(), vraag.wensen(), Set.of(wat)));
        return this;
    }

    /** The same wish as the body of a request to the API. */
    public String json() {
        var velden = new ArrayList<String>();
        velden.add("\"momentId\": \"%s\"".formatted(moment.id().waarde()));
        velden.add("\"naam\": \"%s\"".formatted(naam));
        email.ifPresent(waarde -> velden.add("\"email\": \"%s\"".formatted(waarde)));
        telefoon.ifPresent(waarde -> velden.add("\"telefoon\": \"%s\"".formatted(waarde)));
        velden.add("\"personen\": %d, \"taal\": \"%s\", \"iemandMee\": %b".formatted(personen, taal.code(), iemandMee));
        thuis.ifPresent(vraag -> velden.add(
                "\"thuis\": {\"voor\": \"%s\", \"adres\": \"%s\", \"postcode\": \"%s\", \"wensen\": \"%s\"%s}"
                        .formatted(
                                vraag.voor().woord(), vraag.adres(), vraag.postcode(), vraag.wensen(), nodig(vraag))));
        return "{" + String.join(", ", velden) + "}";
    }

    private static String nodig(Thuisvraag vraag) {
        return vraag.nodig().isEmpty()
                ? ""
                : vraag.nodig().stream()
                        .map(een -> "\"" + een.woord() + "\"")
                        .collect(Collectors.joining(", ", ", \"nodig\": [", "]"));
    }

    public BoekVerzoek verzoek() {
        return new BoekVerzoek(
                sleutel, moment.id(), naam, new Contact(email, telefoon), personen, taal, iemandMee, door, thuis);
    }
}
