package nl.respijt.gemeente;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** The providers where a naaste can stay some nights, under one contract. Their names, beds and rules are examples. */
public record KortdurendVerblijf(Contract contract, List<Aanbieder> aanbieders) {

    /**
     * One house and whom it takes: a guest fits where every answer of the intake is in the list of that name.
     *
     * @param aankomstdagen ISO days, 1 is Monday
     * @param bereik how to get there and when; what the file does not say is as it mostly is
     * @param spoed whether it takes somebody today
     */
    public record Aanbieder(
            String naam,
            String wijk,
            List<String> leeftijden,
            List<String> mobiliteit,
            List<String> nachtzorg,
            List<String> medicatie,
            List<String> onrust,
            List<String> dementie,
            boolean spoed,
            List<Integer> aankomstdagen,
            Nachten nachten,
            boolean mantelzorgerMee,
            boolean proefnacht,
            Bereik bereik,
            List<Bed> bedden) {
        public Aanbieder {
            leeftijden = List.copyOf(leeftijden);
            mobiliteit = List.copyOf(mobiliteit);
            nachtzorg = List.copyOf(nachtzorg);
            medicatie = List.copyOf(medicatie);
            onrust = List.copyOf(onrust);
            dementie = List.copyOf(dementie);
            aankomstdagen = List.copyOf(aankomstdagen);
            bedden = List.copyOf(bedden);
        }
    }

    /** Where it is, and at what local time one comes and goes. */
    public record Bereik(
            Optional<String> adres,
            Optional<String> telefoon,
            LocalTime aankomstVanaf,
            LocalTime aankomstTot,
            LocalTime vertrekVoor) {}

    /** The shortest and the longest stay. */
    public record Nachten(int minimaal, int maximaal) {}

    /** A bed by the name the provider gives it, and what it is fit for. */
    public record Bed(String naam, List<String> kenmerken) {
        public Bed {
            kenmerken = List.copyOf(kenmerken);
        }
    }

    public KortdurendVerblijf {
        aanbieders = List.copyOf(aanbieders);
    }
}
