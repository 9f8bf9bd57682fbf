package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.BerichtMaker;
import nl.respijt.bericht.Brief;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.bericht.Kanaal;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import nl.respijt.mantelzorger.Afmeldadres;
import nl.respijt.mantelzorger.Toestemmingen;
import nl.respijt.mantelzorger.Toestemmingen.Doel;
import nl.respijt.web.Datums;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;
import org.jdbi.v3.core.Handle;

/**
 * What a carer is told of a stay that is certain: that it is, on the eve, when it changes or is called off, and one question
 * after it. A time, a code and a link; the house, the address and the nights are behind the key.
 */
@Singleton
final class UwVerblijfBerichtMaker implements BerichtMaker {
    private final Transacties transacties;
    private final AanmeldingRepository aanmeldingen;
    private final LogeerbeurtRepository beurten;
    private final HuisgegevensRepository huizen;
    private final TerugblikRepository terugblikken;
    private final Toestemmingen toestemmingen;
    private final VerblijfAgenda agenda;
    private final VerblijfSleutels sleutels;
    private final Afmeldadres afmelden;

    UwVerblijfBerichtMaker(
            Transacties transacties,
            AanmeldingRepository aanmeldingen,
            LogeerbeurtRepository beurten,
            HuisgegevensRepository huizen,
            TerugblikRepository terugblikken,
            Toestemmingen toestemmingen,
            VerblijfAgenda agenda,
            VerblijfSleutels sleutels,
            Afmeldadres afmelden) {
        this.transacties = transacties;
        this.aanmeldingen = aanmeldingen;
        this.beurten = beurten;
        this.huizen = huizen;
        this.terugblikken = terugblikken;
        this.toestemmingen = toestemmingen;
        this.agenda = agenda;
        this.sleutels = sleutels;
        this.afmelden = afmelden;
    }

    @Override
    public Set<String> soorten() {
        return Set.of(
                Verblijfpost.ZEKER,
                Verblijfpost.MORGEN,
                Verblijfpost.GEWIJZIGD,
                Verblijfpost.AFGEZEGD,
                Verblijfpost.TERUGBLIK);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        return transacties
                .lees(handle ->
                        aanmeldingen.find(handle, bericht.dingId()).filter(wie -> isNogWaar(handle, bericht, wie)))
                .map(wie -> brief(bericht, wie));
    }

    private boolean isNogWaar(Handle handle, Bericht bericht, Verblijfsaanmelding wie) {
        return switch (bericht.soort()) {
            case Verblijfpost.MORGEN ->
                wie.status() == Status.BEVESTIGD
                        && aankomst(handle, wie)
                                .filter(Objects.requireNonNull(
                                        bericht.gegevens().get(Verblijfpost.AANKOMST))::equals)
                                .isPresent()
                        && toestemmingen.mag(handle, wie.mantelzorger(), Doel.HERINNERING);
            case Verblijfpost.TERUGBLIK ->
                beurten.find(handle, wie).filter(Terugblikken::isTeVragen).isPresent()
                        && terugblikken.van(handle, wie.id()).isEmpty();
            case Verblijfpost.ZEKER -> wie.status() == Status.BEVESTIGD || wie.status() == Status.VERBLIJFT;
            // What it says is made of how it is when it leaves, so a later step does not make it untrue.
            case Verblijfpost.AFGEZEGD -> beurten.find(handle, wie).isEmpty();
            default -> beurten.find(handle, wie).isPresent();
        };
    }

    private Optional<String> aankomst(Handle handle, Verblijfsaanmelding wie) {
        return beurten.find(handle, wie).map(beurt -> beurt.aankomst().toString());
    }

    private Brief brief(Bericht bericht, Verblijfsaanmelding wie) {
        // Who is called hears it from the makelaar.
        var t = Teksten.in(bericht.kanaal() == Kanaal.BELLEN ? Taal.NL : wie.taal());
        var soort = "mail." + bericht.soort();
        var brief = Brief.van(
                        t.taal(),
                        wie.contact().bestemming(wie.naam()),
                        t.van(soort + ".onderwerp"),
                        List.of(t.van(soort + ".tekst")))
                .metKnoppen(knoppen(bericht, wie, t));
        return switch (bericht.soort()) {
            case Verblijfpost.TERUGBLIK -> brief;
            case Verblijfpost.AFGEZEGD ->
                brief.metSlot(List.of(t.van("mail.uit-agenda"))).metBijlagen(agenda.bijlagen(wie));
            case Verblijfpost.MORGEN -> {
                var morgen = brief.metFeiten(feiten(wie, t)).metSlot(List.of(t.van("mail.verblijf.kunt-niet")));
                yield bericht.kanaal() == Kanaal.MAIL ? morgen.metAfmelden(afmelden.van(wie.mantelzorger())) : morgen;
            }
            default ->
                brief.metFeiten(feiten(wie, t))
                        .metSlot(
                                wie.status() == Status.BEVESTIGD
                                        ? List.of(t.van("mail.verblijf.bijlage"), t.van("mail.verblijf.kunt-niet"))
                                        : List.of())
                        .metBijlagen(agenda.bijlagen(wie));
        };
    }

    private List<Knop> knoppen(Bericht bericht, Verblijfsaanmelding wie, Teksten t) {
        return switch (bericht.soort()) {
            case Verblijfpost.AFGEZEGD ->
                List.of(new Knop(t.van("mail.aanmelding.knop"), URI.create(sleutels.url(wie.id()))));
            case Verblijfpost.TERUGBLIK ->
                List.of(new Knop(
                        t.van("mail.verblijf-terugblik.knop"), URI.create(sleutels.url(wie.id()) + "/terugblik")));
            default -> List.of(new Knop(t.van("mail.verblijf.knop"), URI.create(sleutels.verblijfUrl(wie.id()))));
        };
    }

    private List<Feit> feiten(Verblijfsaanmelding wie, Teksten t) {
        var d = new Datums(t.taal());
        var feiten = new ArrayList<Feit>();
        transacties
                .lees(handle -> beurten.find(handle, wie)
                        .filter(beurt -> !beurt.nietGekomen())
                        .map(beurt ->
                                huizen.van(handle, beurt.aanbieding().huis()).aankomst(beurt.aankomst())))
                .ifPresent(wanneer -> feiten.add(new Feit(t.van("mail.wanneer"), d.wanneer(wanneer))));
        feiten.add(new Feit(t.van("mail.code"), wie.code()));
        return feiten;
    }
}
