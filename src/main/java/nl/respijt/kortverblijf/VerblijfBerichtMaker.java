package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import nl.respijt.bericht.Bericht;
import nl.respijt.bericht.BerichtMaker;
import nl.respijt.bericht.Brief;
import nl.respijt.bericht.Brief.Bestemming;
import nl.respijt.bericht.Brief.Feit;
import nl.respijt.bericht.Brief.Knop;
import nl.respijt.bericht.Kanaal;
import nl.respijt.database.Transacties;
import nl.respijt.instellingen.Instellingen;
import nl.respijt.toegang.Accounts;
import nl.respijt.web.Taal;
import nl.respijt.web.Teksten;

/** What is told of intakes: to the carer that there is something behind the key, to a house behind its login. No care. */
@Singleton
final class VerblijfBerichtMaker implements BerichtMaker {
    private final Transacties transacties;
    private final AanmeldingRepository aanmeldingen;
    private final AanbiedingRepository aanbiedingen;
    private final LogeerbeurtRepository beurten;
    private final VerblijfSleutels sleutels;
    private final Accounts accounts;
    private final String basis;

    VerblijfBerichtMaker(
            Transacties transacties,
            AanmeldingRepository aanmeldingen,
            AanbiedingRepository aanbiedingen,
            LogeerbeurtRepository beurten,
            VerblijfSleutels sleutels,
            Accounts accounts,
            Instellingen instellingen) {
        this.transacties = transacties;
        this.aanmeldingen = aanmeldingen;
        this.aanbiedingen = aanbiedingen;
        this.beurten = beurten;
        this.sleutels = sleutels;
        this.accounts = accounts;
        basis = instellingen.baseUrl().toString();
    }

    @Override
    public Set<String> soorten() {
        return Set.of(
                Verblijfpost.ONTVANGEN,
                Verblijfpost.NIEUWS,
                Verblijfpost.GEVRAAGD,
                Verblijfpost.VERANDERD,
                Verblijfpost.STIL,
                Verblijfpost.HERINNERING,
                Verblijfpost.KIES,
                Verblijfpost.ZONDER,
                Verblijfpost.SPOED,
                Verblijfpost.NIET_GEKOMEN,
                Verblijfpost.ANDERE_DAG,
                Verblijfpost.VERBLIJF_VERANDERD,
                Verblijfpost.TERMIJN);
    }

    @Override
    public Set<String> dringend() {
        return Set.of(Verblijfpost.SPOED);
    }

    @Override
    public Optional<Brief> maak(Bericht bericht) {
        return transacties
                .lees(handle -> aanmeldingen.find(handle, bericht.dingId()))
                .flatMap(wie -> switch (bericht.soort()) {
                    case Verblijfpost.ONTVANGEN -> Optional.of(aanMantelzorger(bericht, wie));
                    case Verblijfpost.NIEUWS ->
                        wie.versie() == bericht.dingVersie()
                                ? Optional.of(aanMantelzorger(bericht, wie))
                                : Optional.empty();
                    case Verblijfpost.GEVRAAGD ->
                        wie.status().isOpen()
                                ? aanHuis(bericht, "mail.aanmelding-gevraagd", VerblijfSleutels.HUIS)
                                : Optional.empty();
                    case Verblijfpost.VERANDERD -> aanHuis(bericht, "mail.aanmelding-veranderd", VerblijfSleutels.HUIS);
                    case Verblijfpost.VERBLIJF_VERANDERD ->
                        aanHuis(bericht, "mail.verblijf-veranderd", VerblijfSleutels.VERBLIJVEN);
                    case Verblijfpost.HERINNERING ->
                        isNogGevraagd(bericht, wie)
                                ? aanHuis(bericht, "mail.aanmelding-herinnering", VerblijfSleutels.HUIS)
                                : Optional.empty();
                    case Verblijfpost.KIES ->
                        staatOpen(bericht, wie) ? Optional.of(aanMantelzorger(bericht, wie)) : Optional.empty();
                    case Verblijfpost.STIL ->
                        zwijgt(bericht, wie) ? Optional.of(aanMakelaar(bericht, wie)) : Optional.empty();
                    case Verblijfpost.NIET_GEKOMEN ->
                        bleefWeg(wie) ? Optional.of(aanMakelaar(bericht, wie)) : Optional.empty();
                    case Verblijfpost.ANDERE_DAG ->
                        wachtOpHuis(wie) ? Optional.of(aanMakelaar(bericht, wie)) : Optional.empty();
                    case Verblijfpost.TERMIJN ->
                        overTermijn(bericht, wie) ? Optional.of(aanMakelaar(bericht, wie)) : Optional.empty();
                    default -> Optional.of(aanMakelaar(bericht, wie));
                });
    }

    /** The house was asked, and did not answer in the time that it had. */
    private boolean zwijgt(Bericht bericht, Verblijfsaanmelding wie) {
        var huis = id(bericht, Verblijfpost.HUIS);
        return isGevraagd(bericht, wie, een -> een.huis().equals(huis));
    }

    /** A house of that provider did not answer yet. */
    private boolean isNogGevraagd(Bericht bericht, Verblijfsaanmelding wie) {
        var aanbieder = id(bericht, Verblijfpost.WIE);
        return isGevraagd(bericht, wie, een -> een.aanbieder().equals(aanbieder));
    }

    private boolean isGevraagd(Bericht bericht, Verblijfsaanmelding wie, Predicate<Uitzetting> wiens) {
        var termijn = Optional.ofNullable(bericht.gegevens().get(Verblijfpost.TERMIJN_TOT))
                .map(Instant::parse);
        return wie.status().isOpen()
                && transacties.lees(handle -> aanbiedingen.uitzettingen(handle, wie)).stream()
                        .filter(wiens)
                        .filter(een ->
                                termijn.filter(een.antwoordVoor()::equals).isPresent() || termijn.isEmpty())
                        .anyMatch(een -> een.status() == Uitzetting.Status.GEVRAAGD
                                || een.status() == Uitzetting.Status.VERLOPEN);
    }

    private static UUID id(Bericht bericht, String welke) {
        return UUID.fromString(Objects.requireNonNull(bericht.gegevens().get(welke)));
    }

    /** Nobody chose or gave back that offer. */
    private boolean staatOpen(Bericht bericht, Verblijfsaanmelding wie) {
        var aanbod = id(bericht, Verblijfpost.AANBOD);
        return transacties.lees(handle -> aanbiedingen.van(handle, wie.id())).stream()
                .anyMatch(een -> een.id().equals(aanbod) && een.status() == Aanbieding.Status.AANGEBODEN);
    }

    /** Nobody came after all. */
    private boolean bleefWeg(Verblijfsaanmelding wie) {
        return transacties
                .lees(handle -> beurten.find(handle, wie))
                .filter(Logeerbeurt::nietGekomen)
                .isPresent();
    }

    /** The carer asked for another day of departure, and the house did not say yes or no. */
    private boolean wachtOpHuis(Verblijfsaanmelding wie) {
        return transacties
                .lees(handle -> beurten.find(handle, wie))
                .filter(Logeerbeurt::isTeWijzigen)
                .flatMap(Logeerbeurt::gevraagdTot)
                .isPresent();
    }

    /** The term that ran when this was written is the one that runs still, and somebody waits for it. */
    private boolean overTermijn(Bericht bericht, Verblijfsaanmelding wie) {
        var uiterlijk =
                LocalDate.parse(Objects.requireNonNull(bericht.gegevens().get(Verblijfpost.UITERLIJK)));
        return (wie.status().isOpen() || wie.status().heeftBed())
                && transacties
                        .lees(handle -> aanmeldingen.termijn(handle, wie.id()))
                        .uiterlijk()
                        .filter(uiterlijk::equals)
                        .isPresent();
    }

    private Brief aanMantelzorger(Bericht bericht, Verblijfsaanmelding wie) {
        // Who is called hears it from the makelaar.
        var t = Teksten.in(bericht.kanaal() == Kanaal.BELLEN ? Taal.NL : wie.taal());
        var soort = "mail." + bericht.soort();
        return Brief.van(
                        t.taal(),
                        wie.contact().bestemming(wie.naam()),
                        t.van(soort + ".onderwerp"),
                        List.of(t.van(soort + ".tekst")))
                .metFeiten(List.of(new Feit(t.van("mail.code"), wie.code())))
                .metKnoppen(List.of(new Knop(t.van("mail.aanmelding.knop"), URI.create(sleutels.url(wie.id())))))
                .metSlot(List.of(t.van("mail.niet-van-u")));
    }

    /** Who asks, when and why is behind the login. */
    private Optional<Brief> aanHuis(Bericht bericht, String soort, String pad) {
        var t = Teksten.in(Taal.NL);
        var persoon = UUID.fromString(bericht.ontvanger().substring(Verblijfpost.AANBIEDER.length()));
        return accounts.find(persoon)
                .filter(account -> !account.isGeblokkeerd())
                .map(account -> Brief.van(
                                Taal.NL,
                                new Bestemming.PerMail(account.naam(), account.email()),
                                t.van(soort + ".onderwerp"),
                                List.of(t.van(soort + ".tekst")))
                        .metKnoppen(List.of(new Knop(
                                t.van(
                                        pad.equals(VerblijfSleutels.VERBLIJVEN)
                                                ? "mail.verblijf-veranderd.knop"
                                                : "mail.aanmelding-gevraagd.knop"),
                                URI.create(basis + pad)))));
    }

    private Brief aanMakelaar(Bericht bericht, Verblijfsaanmelding wie) {
        var t = Teksten.in(Taal.NL);
        var soort = "mail." + bericht.soort();
        return Brief.van(
                        Taal.NL,
                        wie.contact().bestemming(wie.naam()),
                        t.van(soort + ".onderwerp"),
                        List.of(t.van(soort + ".tekst")))
                .metFeiten(List.of(new Feit(t.van("mail.code"), wie.code())))
                .metKnoppen(List.of(new Knop(
                        t.van("mail.aanmelding-makelaar.knop"),
                        URI.create(basis + VerblijfSleutels.MAKELAAR + "/" + wie.id()))));
    }
}
