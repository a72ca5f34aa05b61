package tusoi.discipline.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MajorityTest {
    private static final Majority MORE_THAN_HALF = new Majority(1, 2, true);
    private static final Majority TWO_THIRDS = new Majority(2, 3, false);

    @ParameterizedTest(name = "DIS-05: {1} of {0} is more than half: {2}")
    @CsvSource({"10,5,false", "10,6,true", "11,5,false", "11,6,true", "1,1,true", "2,1,false"})
    void aHalfIsNotMoreThanAHalf(int entitled, int inFavour, boolean reached) {
        assertThat(MORE_THAN_HALF.isReached(new Ballots(entitled, entitled, inFavour)))
                .isEqualTo(reached);
    }

    @ParameterizedTest(name = "REM-04: {1} of {0} is two thirds: {2}")
    @CsvSource({"9,6,true", "9,5,false", "10,6,false", "10,7,true", "3,2,true", "1,0,false"})
    void twoThirdsAreReachedAtTwoThirds(int entitled, int inFavour, boolean reached) {
        assertThat(TWO_THIRDS.isReached(new Ballots(entitled, entitled, inFavour)))
                .isEqualTo(reached);
    }

    @Test
    void theBaseIsThoseEntitledNotThosePresent() {
        assertThat(TWO_THIRDS.isReached(new Ballots(30, 15, 15))).isFalse();
    }

    @ParameterizedTest(name = "entitled {0}, valid {1}, in favour {2}: possible {3}")
    @CsvSource({"10,10,10,true", "10,11,5,false", "10,4,5,false", "0,0,0,false", "10,0,0,true", "10,5,-1,false"})
    void nobodyVotesTwiceOrFromOutside(int entitled, int valid, int inFavour, boolean possible) {
        assertThat(new Ballots(entitled, valid, inFavour).isPossible()).isEqualTo(possible);
    }
}
